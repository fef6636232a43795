import type { DateTime } from "luxon";
import type { Series } from "../../markets/series.ts";
import type { Catalog } from "../../model/catalog.ts";
import { machineDate } from "../../model/dates.ts";
import type { Images } from "../../model/images.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { type Href, hrefAbsolute, type SitePath, sitemapPath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";
import { datedPages, latest, type SitemapPage, undatedPages } from "./sitemap-pages.ts";

/** A file that the sitemap index lists. */
export interface SitemapFile {
  readonly path: SitePath;
  /** When one of its pages last changed; undefined where unknown for all of them. */
  readonly changed: DateTime | undefined;
  readonly xml: string;
}

/** What one file may hold. */
export interface SitemapLimits {
  readonly urls: number;
  /** Uncompressed, as UTF-8. */
  readonly bytes: number;
}

/** https://www.sitemaps.org/protocol.html#index */
export const SITEMAP_LIMITS: SitemapLimits = { urls: 50_000, bytes: 52_428_800 };

interface PublishedPages {
  readonly catalog: Catalog;
  readonly markets: { readonly series: readonly Pick<Series, "id">[] };
  readonly images: Images;
  readonly staticPages: readonly Pick<StaticPage, "path">[];
}

/**
 * Sitemaps (https://www.sitemaps.org/protocol.html) of every listed page, with Google's image extension. One file for
 * undated pages and one for each calendar year, so that a new story changes two files however large the archive is. A file
 * that would exceed the limits is split.
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

/**
 * The sitemap index (https://www.sitemaps.org/protocol.html#index).
 *
 * @param address the publication's own, ending in a slash
 */
export function sitemapIndex(files: readonly SitemapFile[], address: string): string {
  const href = hrefAbsolute(address);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map(({ path, changed }) => xml`<sitemap><loc>${href(path)}</loc>${lastmod(changed)}</sitemap>\n`)}</sitemapindex>
`.text;
}

function filesOf(name: string, pages: readonly SitemapPage[], href: Href, limits: SitemapLimits): readonly SitemapFile[] {
  const items = pages.map((page) => ({ page, element: urlElement(page, href) }));
  const frame = byteLength(urlset([]));
  return split(items, { ...limits, bytes: limits.bytes - frame }).map((chunk, index) => ({
    path: sitemapPath(name, index + 1),
    changed: latest(chunk.map(({ page }) => page.changed)),
    xml: urlset(chunk.map(({ element }) => element)).text,
  }));
}

/** Splits items into chunks, each filled before the next begins: an item added at the end changes the last chunk only. */
function split<T extends { readonly element: Xml }>(items: readonly T[], limits: SitemapLimits): readonly (readonly T[])[] {
  const chunks: T[][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = byteLength(item.element);
    const last = chunks.at(-1);
    if (last && last.length < limits.urls && (last.length === 0 || bytes + size <= limits.bytes)) {
      last.push(item);
      bytes += size;
    } else {
      chunks.push([item]);
      bytes = size;
    }
  }
  return chunks;
}

const encoder = new TextEncoder();

function byteLength({ text }: Xml): number {
  return encoder.encode(text).length;
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

function lastmod(changed: DateTime | undefined): Xml | readonly Xml[] {
  return changed ? xml`<lastmod>${machineDate(changed)}</lastmod>` : [];
}
