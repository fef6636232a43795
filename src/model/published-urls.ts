import type { Catalog } from "./catalog.ts";
import { CORRECTIONS, fixedPages, HOME } from "./fixed-pages.ts";
import type { PartnerFeed, Site } from "./site.ts";
import {
  APP_MANIFEST,
  DATA_PACKAGE,
  FEED_FORMATS,
  feedPath,
  LLMS,
  NEWS_SITEMAP,
  OPEN_SEARCH,
  partnerFeedPath,
  ROBOTS,
  SECURITY_TXT,
  SITEMAP,
  type SitePath,
  seriesDataPath,
  seriesPath,
} from "./urls.ts";

/**
 * Every page of the site, without its redirects.
 *
 * @param hasAddress whether the site has an address, and so a page that lists its feeds
 */
function publishedPaths(
  catalog: Catalog,
  pages: readonly { readonly path: SitePath }[],
  hasAddress: boolean,
): ReadonlySet<string> {
  const { sections, topics, authors, archives, corrections, articles } = catalog;
  const all = [fixedPages(hasAddress), sections, topics, authors, archives, corrections.years, articles, pages];
  return new Set(all.flatMap((group) => group.map(({ path }) => path)));
}

interface Publication {
  readonly catalog: Catalog;
  readonly pages: readonly { readonly path: SitePath }[];
  readonly series: readonly { readonly id: string }[];
  readonly partnerFeeds: readonly Pick<PartnerFeed, "id">[];
  /** Whether the site has an address, and so feeds. */
  readonly hasAddress: boolean;
}

/** Every address that people and programs may have saved: of pages, feeds and data files. */
export function publishedAddresses({ catalog, pages, series, partnerFeeds, hasAddress }: Publication): ReadonlySet<string> {
  const listings = [HOME, CORRECTIONS, ...catalog.listings.map(({ path }) => path)];
  const folders = hasAddress ? [...listings, ...partnerFeeds.map(({ id }) => partnerFeedPath(id))] : [];
  const seriesPages = series.map(({ id }) => ({ path: seriesPath(id) }));
  return new Set([
    ...publishedPaths(catalog, [...pages, ...seriesPages], hasAddress),
    ...folders.flatMap((folder) => FEED_FORMATS.map((format) => feedPath(folder, format))),
    ...series.flatMap(({ id }) => [seriesDataPath(id, "csv"), seriesDataPath(id, "json")]),
    ...(series.length > 0 ? [DATA_PACKAGE] : []),
  ]);
}

/** The files that other programs read and stories may link to, besides feeds and data. Most need the site's address. */
export function machineFiles({ address, security }: Pick<Site, "address" | "security">): readonly SitePath[] {
  const files = [ROBOTS, APP_MANIFEST];
  if (address === undefined) return files;
  return [...files, LLMS, OPEN_SEARCH, SITEMAP, NEWS_SITEMAP, ...(security ? [SECURITY_TXT] : [])];
}
