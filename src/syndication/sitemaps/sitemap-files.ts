import type { DateTime } from "luxon";
import type { Series } from "../../markets/series.ts";
import type { Catalog } from "../../model/catalog.ts";
import { machineDate } from "../../model/dates.ts";
import type { Images } from "../../model/images.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { type Href, hrefAbsolute, type SitePath, sitemapPath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";
import { datedPages } from "./dated-pages.ts";
import { bytesOf, dealOut, SITEMAP_LIMITS, type SitemapLimits } from "./sitemap-limits.ts";
import { latest, type SitemapPage } from "./sitemap-page.ts";
import { undatedPages } from "./undated-pages.ts";

/** One of the files that the sitemap index names. */
export interface SitemapFile {
  readonly path: SitePath;
  /** When any of its pages last changed; undefined where that is not known of any. */
  readonly changed: DateTime | undefined;
  readonly xml: string;
}

interface PublishedPages {
  readonly catalog: Catalog;
  readonly markets: { readonly series: readonly Pick<Series, "id">[] };
  readonly images: Images;
  readonly staticPages: readonly Pick<StaticPage, "path">[];
}

/**
 * Every page but the search, in files of the sitemap protocol (https://www.sitemaps.org/protocol.html) with Google's
 * pictures: one file for what has no date and one for each calendar year, so that a new story changes two of them however
 * large the archive is. Only a file that would pass the limits is divided.
 *
 * @param address the publication's own, ending in a slash
 */
export function sitemapFiles(
  { catalog, markets, images, staticPages }: PublishedPages,
  address: string,
  limits: SitemapLimits = SITEMAP_LIMITS,
): readonly SitemapFile[] {
  const href = hrefAbsolute(address);
  const years = [...datedPages(catalog, images)].sort(([a], [b]) => b - a);
  return [
    ...filesOf("pages", undatedPages(catalog, markets.series, staticPages), href, limits),
    ...years.flatMap(([year, pages]) => filesOf(String(year), pages, href, limits)),
  ];
}

function filesOf(name: string, pages: readonly SitemapPage[], href: Href, limits: SitemapLimits): readonly SitemapFile[] {
  const items = pages.map((page) => ({ page, element: urlElement(page, href) }));
  const frame = bytesOf(urlset([]));
  return dealOut(items, { ...limits, bytes: limits.bytes - frame }).map((part, index) => ({
    path: sitemapPath(name, index + 1),
    changed: latest(part.map(({ page }) => page.changed)),
    xml: urlset(part.map(({ element }) => element)).text,
  }));
}

function urlset(urls: readonly Xml[]): Xml {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${urls}</urlset>
`;
}

function urlElement({ path, changed, pictures }: SitemapPage, href: Href): Xml {
  const images = pictures.map((picture) => xml`<image:image><image:loc>${href(picture)}</image:loc></image:image>`);
  return xml`<url><loc>${href(path)}</loc>${lastmod(changed)}${images}</url>\n`;
}

/** When a page, or a file of pages, last changed, as the protocol has it; nothing where that is not known. */
export function lastmod(changed: DateTime | undefined): Xml | readonly Xml[] {
  return changed ? xml`<lastmod>${machineDate(changed)}</lastmod>` : [];
}
