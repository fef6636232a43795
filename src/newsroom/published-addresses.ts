import {
  CORRECTIONS,
  DATA_PACKAGE,
  FEED_FORMATS,
  FRONT,
  feedPath,
  partnerFeedPath,
  type SitePath,
  seriesDataPath,
  seriesPath,
} from "./addresses.ts";
import type { Catalog } from "./catalog.ts";
import { publishedPaths } from "./published-paths.ts";
import type { PartnerFeed } from "./site.ts";

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
