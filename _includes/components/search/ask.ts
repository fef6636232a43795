import type { SearchRequest } from "../../../src/formats/search/search-request.ts";

/** What a reader can ask for among the results of a search. */
export interface Ask {
  /** Searches for something else. */
  readonly request: (request: SearchRequest) => void;
  readonly more: () => void;
  /** Searches for the same once more. */
  readonly again: () => void;
  readonly withoutFilters: () => void;
  /** Forgets what has been searched for before. */
  readonly toForget: () => void;
}
