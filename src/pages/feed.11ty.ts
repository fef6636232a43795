import type { GlobalData } from "../../_includes/layouts/place.ts";
import { FEED } from "../newsroom/addresses.ts";
import { atomFeed } from "../syndication/atom-feed.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : FEED),
  eleventyExcludeFromCollections: true,
};

export default function Feed({ site, catalog }: GlobalData): string {
  return site.address === undefined ? "" : atomFeed(catalog, site, site.address);
}
