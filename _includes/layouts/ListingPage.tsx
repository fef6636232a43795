import type { ComponentChildren } from "preact";
import type { Article } from "../../src/model/article.ts";
import type { Listing } from "../../src/model/catalog.ts";
import type { PageSubject } from "../../src/syndication/structured-data/page-metadata.ts";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { DayList } from "../components/listing/DayList.tsx";
import { MonthLinks } from "../components/listing/ListingLinks.tsx";
import { ArticleCard } from "../components/story-card/ArticleCard.tsx";
import type { PageContext } from "../page-context.ts";
import { Page } from "./Page.tsx";

/** Stories on the page of a listing; older ones are in its month archives. */
const MAX_STORIES = 30;

interface ListingPageProps {
  readonly listing: Listing;
  readonly context: PageContext;
  readonly crumbs: readonly NamedPath[];
  /** Content above the stories. */
  readonly children?: ComponentChildren;
}

/** The newest stories of a section, topic or author, with links to its month archives. */
export function ListingPage({ listing, context, crumbs, children }: ListingPageProps) {
  const { name, description, articles, months, kind, id, path } = listing;
  const isSection = kind === "section";
  const shown = articles.slice(0, MAX_STORIES);
  const [first, ...others] = shown;
  return (
    <Page
      context={context}
      title={name}
      description={description}
      crumbs={crumbs}
      subject={subjectOf(listing, shown)}
      feeds={{ name, path }}
      {...(isSection && { section: id })}
    >
      <header class="listing-head">
        <h1>{name}</h1>
        <p>{description}</p>
      </header>
      {children}
      {!first && <p class="quiet">No stories yet.</p>}
      {first && isSection && (
        <div class="listing-lead">
          <ArticleCard article={first} context={context} headingLevel={2} kind="lead" kicker="topic" date="full" />
        </div>
      )}
      <DayList
        articles={first && !isSection ? [first, ...others] : others}
        context={context}
        kicker={isSection ? "topic" : "section"}
      />
      <MonthLinks months={months} calendar={context.site} href={context.href} title="All stories by month" id="months" />
    </Page>
  );
}

/** For structured data: an author's page is about the author, other listings are about their stories. */
function subjectOf({ kind, id }: Listing, shown: readonly Article[]): PageSubject {
  const author = kind === "author" ? shown[0]?.authors.find((each) => each.id === id) : undefined;
  return author ? { kind: "author", author } : { kind: "stories", articles: shown };
}
