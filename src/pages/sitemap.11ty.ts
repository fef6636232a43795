import type { GlobalData } from "../../_includes/page-context.ts";
import { SITEMAP } from "../model/urls.ts";
import { sitemapFiles } from "../syndication/sitemaps/sitemap-files.ts";
import { sitemapIndex } from "../syndication/sitemaps/sitemap-index.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : SITEMAP),
  eleventyExcludeFromCollections: true,
};

export default function Sitemap(global: GlobalData): string {
  const { address } = global.site;
  return address === undefined ? "" : sitemapIndex(sitemapFiles(global, address), address);
}
