import type { Catalog } from "./catalog.ts";
import type { PartnerFeed } from "./site.ts";
import {
  AUTHORS,
  CORRECTIONS,
  DATA_PACKAGE,
  FEED_FORMATS,
  FEEDS,
  FRONT,
  feedPath,
  NEWSLETTER,
  OFFLINE,
  OPEN_DATA,
  PICTURE_CREDITS,
  partnerFeedPath,
  SEARCH,
  type SitePath,
  seriesDataPath,
  seriesPath,
  TOPICS,
} from "./urls.ts";

/** Addresses that a publication has whatever its content. That of the feeds needs an address of the publication itself. */
export const FIXED_PATHS: readonly SitePath[] = [
  FRONT,
  SEARCH,
  NEWSLETTER,
  TOPICS,
  AUTHORS,
  PICTURE_CREDITS,
  OPEN_DATA,
  CORRECTIONS,
  OFFLINE,
  FEEDS,
];

/**
 * Every page that a story or page may link to.
 *
 * @param hasFeeds whether the publication has an address, and so the page of its feeds
 */
export function publishedPaths(
  catalog: Catalog,
  pages: readonly { readonly path: SitePath }[],
  hasFeeds: boolean,
): ReadonlySet<string> {
  const listings = [
    ...catalog.sections,
    ...catalog.topics,
    ...catalog.authors,
    ...catalog.archives,
    ...catalog.corrections.years,
  ];
  const fixed = hasFeeds ? FIXED_PATHS : FIXED_PATHS.filter((path) => path !== FEEDS);
  return new Set([...fixed, ...[...listings, ...catalog.articles, ...pages].map(({ path }) => path)]);
}

interface Published {
  readonly catalog: Catalog;
  readonly pages: readonly { readonly path: SitePath }[];
  readonly series: readonly { readonly id: string }[];
  readonly partnerFeeds: readonly Pick<PartnerFeed, "id">[];
  /** Whether the publication has an address, and so feeds. */
  readonly hasFeeds: boolean;
}

/** Every address that readers and programs may keep: of pages, feeds and files of data. */
export function publishedAddresses({ catalog, pages, series, partnerFeeds, hasFeeds }: Published): ReadonlySet<string> {
  const listings = [FRONT, CORRECTIONS, ...catalog.listings.map(({ path }) => path)];
  const folders = hasFeeds ? [...listings, ...partnerFeeds.map(({ id }) => partnerFeedPath(id))] : [];
  const seriesPages = series.map(({ id }) => ({ path: seriesPath(id) }));
  return new Set([
    ...publishedPaths(catalog, [...pages, ...seriesPages], hasFeeds),
    ...folders.flatMap((folder) => FEED_FORMATS.map((format) => feedPath(folder, format))),
    ...series.flatMap(({ id }) => [seriesDataPath(id, "csv"), seriesDataPath(id, "json")]),
    ...(series.length > 0 ? [DATA_PACKAGE] : []),
  ]);
}
