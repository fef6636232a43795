import { ListingLinks } from "../../_includes/components/listing/ListingLinks.tsx";
import { MonthLinks } from "../../_includes/components/listing/MonthLinks.tsx";
import { SearchForm } from "../../_includes/components/search/SearchForm.tsx";
import { SearchResults } from "../../_includes/components/search/SearchResults.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, placeOf } from "../../_includes/layouts/place.ts";
import { SEARCH } from "../newsroom/addresses.ts";

export const data = { permalink: SEARCH, eleventyExcludeFromCollections: true };

/** With scripts a search over all stories; without them the ways to every story, by section, topic and month. */
export default function Search(global: GlobalData) {
  const { site, catalog } = global;
  const place = placeOf(global, SEARCH);
  return (
    <Page place={place} title="Search" description={`Search all stories of ${site.name}.`} crumbs={[]}>
      <header class="listing-head">
        <h1>Search</h1>
      </header>
      <div id="search_page" class="search">
        <SearchForm id="page" action={place.href(SEARCH)} />
        <div id="search_results">
          <SearchResults state={{ kind: "empty" }} onMore={undefined} moreHref={undefined} />
        </div>
      </div>
      <div id="search_browse">
        <section class="block" aria-labelledby="by_section">
          <h2 id="by_section">By section</h2>
          <ListingLinks listings={catalog.sections} href={place.href} />
        </section>
        <section class="block" aria-labelledby="by_topic">
          <h2 id="by_topic">By topic</h2>
          <ListingLinks listings={catalog.topics} href={place.href} />
        </section>
        <MonthLinks months={catalog.publication.months} calendar={site} href={place.href} title="By month" id="by_month" />
      </div>
    </Page>
  );
}
