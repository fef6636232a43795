/** Each kind of cached response has a cache of its own, with its own limits. */
export const CACHE_KINDS = ["pages", "files", "pictures", "search"] as const;

type CacheKind = (typeof CACHE_KINDS)[number];

/**
 * The names of a publication's caches.
 *
 * @param scope the full URL of the publication's root, with its trailing slash. All sites of an origin share one storage: names
 *   start with the scope and a space, which no URL contains, so that no name is a prefix of another site's.
 */
export function cacheNames(scope: string): Readonly<Record<CacheKind, string>> {
  return { pages: `${scope} pages`, files: `${scope} files`, pictures: `${scope} pictures`, search: `${scope} search` };
}

/** Whether a cache belongs to the publication at `scope`. */
export function isOwnCache(name: string, scope: string): boolean {
  return name.startsWith(`${scope} `);
}

/** The name of the database with the downloaded edition, formed likewise. */
export function editionStoreName(scope: string): string {
  return `${scope} edition`;
}
