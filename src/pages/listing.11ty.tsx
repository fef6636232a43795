import { listingCrumbs } from "../../_includes/components/link-list/site-links.ts";
import { MarketBoard } from "../../_includes/components/market-board/MarketBoard.tsx";
import { ListingPage } from "../../_includes/layouts/ListingPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { Listing } from "../model/catalog.ts";
import { MARKET_DATA } from "../model/urls.ts";

interface ListingData extends GlobalData {
  readonly listing: Listing;
}

export const data = {
  pagination: { data: "catalog.listings", size: 1, alias: "listing" },
  permalink: ({ listing }: ListingData) => listing.path,
  eleventyExcludeFromCollections: true,
};

export default function SectionTopicOrAuthor(global: ListingData) {
  const { listing, markets } = global;
  const context = pageContext(global, listing.path);
  return (
    <ListingPage listing={listing} context={context} crumbs={listingCrumbs(listing.kind)}>
      {listing.path === MARKET_DATA && markets.series.length > 0 && <MarketBoard markets={markets} context={context} />}
    </ListingPage>
  );
}
