const SORTS = ["relevance", "newest", "oldest"] as const;
export type SearchSort = (typeof SORTS)[number];

/** A search: words, filters and order. The address of the search page holds all of it. */
export interface SearchRequest {
  /** As typed; see `parseQuery`. Empty matches every story. */
  readonly query: string;
  /** Ids. */
  readonly section: string | undefined;
  readonly topic: string | undefined;
  readonly author: string | undefined;
  /** The first and the last month, such as `2025-01`. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sort: SearchSort;
  /** Whether the query is searched for as it is, without correcting its spelling. */
  readonly verbatim: boolean;
}

export const NO_REQUEST: SearchRequest = {
  query: "",
  section: undefined,
  topic: undefined,
  author: undefined,
  from: undefined,
  to: undefined,
  sort: "relevance",
  verbatim: false,
};

/** The filters of a request. */
export const FILTERS = ["section", "topic", "author", "from", "to"] as const;

/** Whether a request has neither words nor filters. */
export function isBlank(request: SearchRequest): boolean {
  return request.query === "" && FILTERS.every((name) => request[name] === undefined);
}

const VERBATIM = "1";
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Whether two requests are the same search. */
export function isSameRequest(a: SearchRequest, b: SearchRequest): boolean {
  return searchParams(a).toString() === searchParams(b).toString();
}

/** Parses the query string of an address. Invalid values are ignored. */
export function readSearchRequest(params: URLSearchParams): SearchRequest {
  const text = (name: string): string | undefined => params.get(name)?.trim() || undefined;
  const month = (name: string): string | undefined => {
    const value = text(name);
    return value && MONTH.test(value) ? value : undefined;
  };
  const query = text("q") ?? "";
  return {
    query,
    section: text("section"),
    topic: text("topic"),
    author: text("author"),
    from: month("from"),
    to: month("to"),
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? NO_REQUEST.sort,
    verbatim: query !== "" && params.get("verbatim") === VERBATIM,
  };
}

/** The canonical query string of a request: defaults are left out, so that equal searches have equal addresses. */
export function searchParams(request: SearchRequest): URLSearchParams {
  const { query, sort, verbatim } = request;
  const chosen = [
    ["q", query],
    ...FILTERS.map((name) => [name, request[name]] as const),
    ["sort", sort === NO_REQUEST.sort ? "" : sort],
    ["verbatim", verbatim && query !== "" ? VERBATIM : ""],
  ] as const;
  const params = new URLSearchParams();
  for (const [name, value] of chosen) if (value) params.set(name, value);
  return params;
}
