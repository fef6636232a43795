import type { GlobalData } from "../../_includes/page-context.ts";
import { OPEN_SEARCH } from "../model/urls.ts";
import { openSearch } from "../syndication/open-search.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : OPEN_SEARCH),
  eleventyExcludeFromCollections: true,
};

export default function OpenSearch({ site, assets }: GlobalData): string {
  return site.address === undefined ? "" : openSearch(site, site.address, assets.icon);
}
