const KEY = "recent-searches";
const MAX_SEARCHES = 8;

/** The latest queries of this device, newest first. They never leave it. */
export function recentSearches(): readonly string[] {
  try {
    return readQueries(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/** Stores a submitted query, unless storage is denied. */
export function rememberSearch(query: string): void {
  if (query === "") return;
  try {
    localStorage.setItem(KEY, JSON.stringify(withQuery(recentSearches(), query)));
  } catch {
    // Recent searches are optional.
  }
}

export function clearRecentSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is denied, nothing was stored.
  }
}

/** Adds a query in front, and removes others that differ from it only in case. */
export function withQuery(queries: readonly string[], query: string): readonly string[] {
  const others = queries.filter((each) => each.toLowerCase() !== query.toLowerCase());
  return [query, ...others].slice(0, MAX_SEARCHES);
}

/** Parses the stored list. Anything else counts as empty. */
export function readQueries(stored: string | null): readonly string[] {
  const list: unknown = stored === null ? [] : parse(stored);
  return Array.isArray(list) ? list.filter((query) => typeof query === "string" && query !== "").slice(0, MAX_SEARCHES) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
