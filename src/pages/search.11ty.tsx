import { ListingLinks, MonthLinks } from "../../_includes/components/listing/ListingLinks.tsx";
import { SearchPrompt } from "../../_includes/components/search/RecentSearches.tsx";
import { searchChoices } from "../../_includes/components/search/SearchFilters.tsx";
import { SearchForm } from "../../_includes/components/search/SearchForm.tsx";
import { SkeletonResults } from "../../_includes/components/search/Skeletons.tsx";
import { ArticleCard } from "../../_includes/components/story-card/ArticleCard.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, type PageContext, pageContext } from "../../_includes/page-context.ts";
import type { Catalog } from "../model/catalog.ts";
import { SEARCH } from "../model/fixed-pages.ts";

export const data = { permalink: SEARCH, eleventyExcludeFromCollections: true };

const MAX_NEWEST = 5;

/** The search page. Without scripts it lists sections, topics and months instead. */
export default function Search(global: GlobalData) {
  const { site, catalog } = global;
  const context = pageContext(global, SEARCH);
  return (
    <Page
      context={context}
      title="Search"
      description={`Search all stories of ${site.name}.`}
      crumbs={[]}
      subject={{ kind: "text", type: "SearchResultsPage" }}
      unlisted
    >
      <header class="listing-head">
        <h1>Search</h1>
      </header>
      <div id="search_page" class="search">
        <SearchForm action={context.href(SEARCH)} choices={searchChoices(catalog)} />
        <p role="status" class="visually-hidden" />
        <section id="search_results" class="search-results" aria-label="Results" tabindex={-1}>
          <div>
            <SearchPrompt />
            <SkeletonResults />
          </div>
        </section>
        <div id="search_browse" class="search-browse">
          <BrowseLists catalog={catalog} context={context} />
        </div>
      </div>
    </Page>
  );
}

/** Links that lead to every story without a search. */
function BrowseLists({ catalog, context }: { catalog: Catalog; context: PageContext }) {
  return (
    <>
      <section class="block" aria-labelledby="newest">
        <h2 id="newest">Newest stories</h2>
        <div class="cards-stacked">
          {catalog.articles.slice(0, MAX_NEWEST).map((article) => (
            <ArticleCard article={article} context={context} headingLevel={3} kind="dense" standfirst={false} />
          ))}
        </div>
      </section>
      <section class="block" aria-labelledby="by_section">
        <h2 id="by_section">By section</h2>
        <ListingLinks listings={catalog.sections} href={context.href} />
      </section>
      <section class="block" aria-labelledby="by_topic">
        <h2 id="by_topic">By topic</h2>
        <ListingLinks listings={catalog.topics} href={context.href} />
      </section>
      <MonthLinks
        months={catalog.publication.months}
        calendar={context.site}
        href={context.href}
        title="By month"
        id="by_month"
      />
    </>
  );
}
