import type { SearchRequest } from "../../../src/formats/search/search-request.ts";

/** What the controls among the results do. */
export interface SearchActions {
  readonly search: (request: SearchRequest) => void;
  readonly showMore: () => void;
  readonly retry: () => void;
  readonly clearFilters: () => void;
  readonly clearRecent: () => void;
}
