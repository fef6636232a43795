const KEY = "recent-searches";
const MOST = 8;

/** The queries that were last searched for on this device, newest first. They never leave it. */
export function recentSearches(): readonly string[] {
  try {
    return readQueries(localStorage.getItem(KEY));
  } catch {
    return [];
  }
}

/** Keeps a query that was searched for on purpose. Where storage is refused, none is kept. */
export function rememberSearch(query: string): void {
  if (query === "") return;
  try {
    localStorage.setItem(KEY, JSON.stringify(withQuery(recentSearches(), query)));
  } catch {
    // Nothing depends on it.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}

/** Puts a query in front of those before it, each once whatever its capitals are. */
export function withQuery(queries: readonly string[], query: string): readonly string[] {
  const others = queries.filter((each) => each.toLowerCase() !== query.toLowerCase());
  return [query, ...others].slice(0, MOST);
}

/** Reads what was kept. What is no list of queries counts as none. */
export function readQueries(kept: string | null): readonly string[] {
  const list: unknown = kept === null ? [] : parse(kept);
  return Array.isArray(list) ? list.filter((query) => typeof query === "string" && query !== "").slice(0, MOST) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
