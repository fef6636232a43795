/** What the offline worker keeps apart, since each has bounds of its own. */
export const CACHE_KINDS = ["pages", "files", "pictures", "search"] as const;

type CacheKind = (typeof CACHE_KINDS)[number];

/**
 * What the caches of a publication are called.
 *
 * @param scope the whole address of its root, which ends in a slash. All sites of a host share one store: the names begin
 *   with the scope and a space, which no address has, so that no name is the beginning of another site's.
 */
export function cacheNames(scope: string): Readonly<Record<CacheKind, string>> {
  return { pages: `${scope} pages`, files: `${scope} files`, pictures: `${scope} pictures`, search: `${scope} search` };
}

/** Whether a cache belongs to the publication at `scope`. */
export function isOwnCache(name: string, scope: string): boolean {
  return name.startsWith(`${scope} `);
}

/** What the database is called that holds the edition which was taken along. The same holds for its name. */
export function editionStoreName(scope: string): string {
  return `${scope} edition`;
}
