import {
  AUTHORS,
  CORRECTIONS,
  FRONT,
  NEWSLETTER,
  OPEN_DATA,
  PICTURE_CREDITS,
  SEARCH,
  type SitePath,
  TOPICS,
} from "./addresses.ts";
import type { Catalog } from "./catalog.ts";

/** Addresses that every publication has, whatever its content. */
const FIXED_PATHS: readonly SitePath[] = [FRONT, SEARCH, NEWSLETTER, TOPICS, AUTHORS, PICTURE_CREDITS, OPEN_DATA, CORRECTIONS];

/** Every page that a story or page may link to. */
export function publishedPaths(catalog: Catalog, pages: readonly { readonly path: SitePath }[]): ReadonlySet<string> {
  const listings = [...catalog.sections, ...catalog.topics, ...catalog.authors, ...catalog.archives];
  return new Set([...FIXED_PATHS, ...[...listings, ...catalog.articles, ...pages].map(({ path }) => path)]);
}
