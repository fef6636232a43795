import { readSearchRequest, type SearchRequest, searchParams } from "../../formats/search/search-request.ts";

/** How a search was left: what the browser's history keeps of it beside its address. */
export interface SearchPlace {
  /** How many stories were shown. */
  readonly shown?: number;
  /** How far the page was scrolled, in pixels. */
  readonly top?: number;
}

type BrowserHistory = Pick<History, "state" | "pushState" | "replaceState">;

/**
 * Keeps the search in the address. What is typed revises the entry of the browser's history that the reader is at; what is
 * decided adds one, so that the way back leads from decision to decision.
 */
export class SearchHistory {
  readonly #history: BrowserHistory;
  readonly #location: Pick<Location, "pathname" | "search">;
  /** The entry as it was before anything was typed. */
  #decided: { readonly address: string; readonly place: SearchPlace };

  constructor(history: BrowserHistory, location: Pick<Location, "pathname" | "search">) {
    this.#history = history;
    this.#location = location;
    this.#decided = { address: location.pathname + location.search, place: placeIn(history.state) };
  }

  /** What the entry that the browser has come to asks for, and how it was left. */
  arrive(): { readonly request: SearchRequest; readonly place: SearchPlace } {
    const request = readSearchRequest(new URLSearchParams(this.#location.search));
    const place = placeIn(this.#history.state);
    this.#decided = { address: this.#addressOf(request), place };
    this.#replace(this.#decided);
    return { request, place };
  }

  /** Takes in what is being typed. */
  revise(request: SearchRequest): void {
    this.#replace({ address: this.#addressOf(request), place: {} });
  }

  /** Adds what was chosen to what was asked for. */
  add(request: SearchRequest): void {
    const address = this.#addressOf(request);
    if (address !== this.#location.pathname + this.#location.search) this.#history.pushState({}, "", address);
    this.#decided = { address, place: placeIn(this.#history.state) };
  }

  /** Adds what was typed, and gives the entry in which it was typed back what it was. */
  decide(request: SearchRequest): void {
    if (this.#addressOf(request) === this.#decided.address) return;
    this.#replace(this.#decided);
    this.add(request);
  }

  /** Notes how the search is left. */
  keep(place: SearchPlace): void {
    this.#history.replaceState({ ...placeIn(this.#history.state), ...place }, "");
  }

  #replace({ address, place }: { readonly address: string; readonly place: SearchPlace }): void {
    this.#history.replaceState(place, "", address);
  }

  #addressOf(request: SearchRequest): string {
    const params = searchParams(request).toString();
    return this.#location.pathname + (params && `?${params}`);
  }
}

/** Other scripts may have kept something else. */
function placeIn(state: unknown): SearchPlace {
  const { shown, top } = (typeof state === "object" && state !== null ? state : {}) as Record<string, unknown>;
  return {
    ...(typeof shown === "number" && { shown }),
    ...(typeof top === "number" && { top }),
  };
}
