import {
  AUTHORS,
  CORRECTIONS,
  FEEDS,
  FRONT,
  NEWSLETTER,
  OFFLINE,
  OPEN_DATA,
  PICTURE_CREDITS,
  SEARCH,
  type SitePath,
  TOPICS,
} from "./addresses.ts";
import type { Catalog } from "./catalog.ts";

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
