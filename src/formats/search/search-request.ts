const SORTS = ["relevance", "newest", "oldest"] as const;
export type SearchSort = (typeof SORTS)[number];

/** What a reader looks for. Everything of it is in the address of the search page. */
export interface SearchRequest {
  /** As the reader writes it: words, "exact phrases", -words that must not be there. Empty finds every story. */
  readonly query: string;
  /** Ids. */
  readonly section: string | undefined;
  readonly topic: string | undefined;
  readonly author: string | undefined;
  /** The first and the last month, such as `2025-01`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sort: SearchSort;
}

export const NO_REQUEST: SearchRequest = {
  query: "",
  section: undefined,
  topic: undefined,
  author: undefined,
  from: undefined,
  to: undefined,
  sort: "relevance",
};

/** The parts of a request that leave stories out, beside its words. */
export const FILTERS = ["section", "topic", "author", "from", "to"] as const;

/** Whether nothing has been asked for yet. */
export function isBlank(request: SearchRequest): boolean {
  return request.query === "" && FILTERS.every((name) => request[name] === undefined);
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads a request from an address. What is not understood there is left out. */
export function readSearchRequest(params: URLSearchParams): SearchRequest {
  const text = (name: string): string | undefined => params.get(name)?.trim() || undefined;
  const month = (name: string): string | undefined => {
    const written = text(name);
    return written && MONTH.test(written) ? written : undefined;
  };
  return {
    query: text("q") ?? "",
    section: text("section"),
    topic: text("topic"),
    author: text("author"),
    from: month("from"),
    to: month("to"),
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? NO_REQUEST.sort,
  };
}

/** Writes a request for an address: only what has been chosen, so that equal searches have equal addresses. */
export function searchParams(request: SearchRequest): URLSearchParams {
  const { query, sort } = request;
  const chosen = [
    ["q", query],
    ...FILTERS.map((name) => [name, request[name]] as const),
    ["sort", sort === NO_REQUEST.sort ? "" : sort],
  ] as const;
  const params = new URLSearchParams();
  for (const [name, value] of chosen) if (value) params.set(name, value);
  return params;
}
