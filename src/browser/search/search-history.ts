import { readSearchRequest, type SearchRequest, searchParams } from "../../formats/search/search-request.ts";

/** How the results were left: the state of a browser history entry, which also survives a reload. */
export interface SearchPosition {
  /** How many stories were shown. */
  readonly shown?: number;
  /** The scroll position in pixels. */
  readonly top?: number;
}

interface HistoryEntry {
  readonly address: string;
  readonly position: SearchPosition;
}

type BrowserHistory = Pick<History, "state" | "pushState" | "replaceState">;

/**
 * Keeps the search in the address. Typing replaces the current history entry, filters and Enter add one, so that Back leads
 * from search to search and not from letter to letter.
 */
export class SearchHistory {
  readonly #history: BrowserHistory;
  readonly #location: Pick<Location, "pathname" | "search">;
  /** The current entry before typing replaced it. */
  #committed: HistoryEntry;

  constructor(history: BrowserHistory, location: Pick<Location, "pathname" | "search">) {
    this.#history = history;
    this.#location = location;
    this.#committed = { address: location.pathname + location.search, position: positionIn(history.state) };
  }

  /** Reads the current entry after a page load or `popstate`, and makes its address canonical. */
  restore(): { readonly request: SearchRequest; readonly position: SearchPosition } {
    const request = readSearchRequest(new URLSearchParams(this.#location.search));
    const position = positionIn(this.#history.state);
    this.#committed = { address: this.#addressOf(request), position };
    this.#replace(this.#committed);
    return { request, position };
  }

  /** Replaces the current entry while a query is being typed. */
  replace(request: SearchRequest): void {
    this.#replace({ address: this.#addressOf(request), position: {} });
  }

  /** Adds an entry. */
  push(request: SearchRequest): void {
    const address = this.#addressOf(request);
    if (address !== this.#location.pathname + this.#location.search) this.#history.pushState({}, "", address);
    this.#committed = { address, position: positionIn(this.#history.state) };
  }

  /** Adds an entry for the typed query, and reverts the entry in which it was typed. */
  commit(request: SearchRequest): void {
    if (this.#addressOf(request) === this.#committed.address) return;
    this.#replace(this.#committed);
    this.push(request);
  }

  /** Updates the position of the current entry. */
  savePosition(position: SearchPosition): void {
    this.#history.replaceState({ ...positionIn(this.#history.state), ...position }, "");
  }

  #replace({ address, position }: HistoryEntry): void {
    this.#history.replaceState(position, "", address);
  }

  #addressOf(request: SearchRequest): string {
    const params = searchParams(request).toString();
    return this.#location.pathname + (params && `?${params}`);
  }
}

/** Ignores the state of other scripts. */
function positionIn(state: unknown): SearchPosition {
  const { shown, top } = (typeof state === "object" && state !== null ? state : {}) as Record<string, unknown>;
  return {
    ...(typeof shown === "number" && { shown }),
    ...(typeof top === "number" && { top }),
  };
}
