import type { MonthArchive } from "../../src/model/catalog.ts";
import { monthName } from "../../src/model/dates.ts";
import { type Month, monthPath } from "../../src/model/urls.ts";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { DayList } from "../components/listing/DayList.tsx";
import type { Place } from "../page-context.ts";
import { Page } from "./Page.tsx";

interface MonthPageProps {
  readonly archive: MonthArchive;
  readonly place: Place;
  readonly crumbs: readonly NamedPath[];
}

/** All stories of a listing in one calendar month. */
export function MonthPage({ archive, place, crumbs }: MonthPageProps) {
  const { listing } = archive;
  const month = monthName(archive, place.site);
  const isSection = listing.kind === "section";
  const title = listing.kind === "publication" ? month : `${listing.name}, ${month}`;
  return (
    <Page
      place={place}
      title={title}
      description={`The stories of ${title}.`}
      crumbs={crumbs}
      subject={{ kind: "stories", articles: archive.articles }}
      {...(isSection && { section: listing.id })}
    >
      <header class="listing-head">
        <h1>{title}</h1>
      </header>
      <DayList articles={archive.articles} place={place} kicker={isSection ? "topic" : "section"} standfirst={false} />
      <MonthSteps archive={archive} place={place} />
    </Page>
  );
}

function MonthSteps({ archive, place: { href, site } }: Omit<MonthPageProps, "crumbs">) {
  const { earlier, later, listing } = archive;
  if (!later && !earlier) return null;
  const link = (month: Month) => href(monthPath(listing.path, month));
  return (
    <nav class="month-steps" aria-label="Months">
      {earlier ? <a href={link(earlier)}>‹ {monthName(earlier, site)}</a> : <span />}
      {later && <a href={link(later)}>{monthName(later, site)} ›</a>}
    </nav>
  );
}
