import type { MonthArchive } from "../../src/model/catalog.ts";
import { monthName } from "../../src/model/dates.ts";
import { type Month, monthPath } from "../../src/model/urls.ts";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { DayList } from "../components/listing/DayList.tsx";
import type { PageContext } from "../page-context.ts";
import { Page } from "./Page.tsx";

interface MonthPageProps {
  readonly archive: MonthArchive;
  readonly context: PageContext;
  readonly crumbs: readonly NamedPath[];
}

/** The archive of a listing's stories of one calendar month. */
export function MonthPage({ archive, context, crumbs }: MonthPageProps) {
  const { listing } = archive;
  const month = monthName(archive, context.site);
  const isSection = listing.kind === "section";
  const title = listing.kind === "publication" ? month : `${listing.name}, ${month}`;
  return (
    <Page
      context={context}
      title={title}
      description={`The stories of ${title}.`}
      crumbs={crumbs}
      subject={{ kind: "stories", articles: archive.articles }}
      {...(isSection && { section: listing.id })}
    >
      <header class="listing-head">
        <h1>{title}</h1>
      </header>
      <DayList articles={archive.articles} context={context} kicker={isSection ? "topic" : "section"} standfirst={false} />
      <MonthPager archive={archive} context={context} />
    </Page>
  );
}

function MonthPager({ archive, context: { href, site } }: Omit<MonthPageProps, "crumbs">) {
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
