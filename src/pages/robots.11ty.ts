import type { GlobalData } from "../../_includes/page-context.ts";
import { ROBOTS, SITEMAP } from "../model/urls.ts";
import { robotsTxt } from "../syndication/robots.ts";
import { newsSitemaps } from "../syndication/sitemaps/news-sitemap.ts";

export const data = { permalink: ROBOTS, eleventyExcludeFromCollections: true };

export default function Robots({ site, catalog, edition }: GlobalData): string {
  const { address } = site;
  const news = address === undefined ? [] : newsSitemaps(catalog.articles, site, address, edition.clock);
  return robotsTxt(site, [SITEMAP, ...news.map(({ path }) => path)]);
}
