import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import type { Images, PublishedImage } from "../../src/model/images.ts";
import type { SitemapLimits } from "../../src/syndication/sitemaps/sitemap-files.ts";
import { sitemapFiles } from "../../src/syndication/sitemaps/sitemap-files.ts";
import { CALENDAR, ECONOMY, POLITICS } from "./sample-story.ts";
import { readXml } from "./well-formed-xml.ts";

export const ADDRESS = "https://example.org/news/";
export const MARKET_DATA = { id: "market-data", name: "Market data", description: "Figures." };

/** A picture in two widths, the smaller one first. */
function picture(name: string): PublishedImage {
  const files = [600, 1200].map((widthPx) => ({ path: `/pictures/${name}-${widthPx}.jpg` as const, widthPx }));
  const fallback = { type: "image/jpeg", files };
  const facts = { alt: "A port.", credit: "A desk", licence: "CC0", source: "own work" } as const;
  return { name, ...facts, widthPx: 1200, heightPx: 800, sources: [], fallback, uses: [] };
}

const images: Images = new Map(["port", "ship"].map((name) => [name, picture(name)]));

/** The sitemaps of stories, one market series and one static page. */
export function filesOf(articles: readonly Article[], limits?: SitemapLimits) {
  const publication = { name: "The Paper", description: "News.", sections: [POLITICS, ECONOMY, MARKET_DATA] };
  const catalog = buildCatalog(articles, instant("2030-01-01T00:00:00Z", CALENDAR), publication);
  const series = [{ id: "brent" }];
  return sitemapFiles({ catalog, markets: { series }, images, staticPages: [{ path: "/about/" }] }, ADDRESS, limits);
}

/** The texts of all elements with a name, in order. */
export function textsOf(xml: string, name: string): readonly string[] {
  return readXml(xml)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}

/** The paths in a sitemap. */
export function pathsIn(xml: string): readonly string[] {
  return textsOf(xml, "loc").map((address) => address.replace(ADDRESS, "/"));
}
