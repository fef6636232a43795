import type { Ask } from "../../../_includes/components/search/ask.ts";
import { NO_REQUEST, type SearchRequest } from "../../formats/search/search-request.ts";
import { forgetSearches, rememberSearch } from "./recent-searches.ts";
import { askedIn, fillIn, showFilters } from "./search-fields.ts";
import { SearchHistory } from "./search-history.ts";
import { type SearchParts, SearchScreen } from "./search-screen.tsx";
import { isSameRequest } from "./shown-answer.ts";

/** What a reader of the search page does, and what it means for the form, the address and the stories shown. */
export class SearchReader implements Ask {
  readonly #form: HTMLFormElement;
  readonly #screen: SearchScreen;
  readonly #history = new SearchHistory(history, location);
  constructor(parts: SearchParts) {
    this.#form = parts.form;
    this.#screen = new SearchScreen(parts, this);
  }

  begin(): void {
    const { query } = askedIn(this.#form);
    const { request, place } = this.#history.arrive();
    // What was written before this script arrived counts.
    const asked = { ...request, query: query || request.query };
    fillIn(this.#form, asked);
    if (query) this.#history.revise(asked);
    this.#screen.search(asked, place.shown, () => place.top && scrollTo({ top: place.top, behavior: "instant" }));
  }

  comeBack(): void {
    const { request, place } = this.#history.arrive();
    fillIn(this.#form, request);
    this.#screen.search(request, place.shown);
  }

  /** Notes the place to come back to. While stories are missing, the page may be too short to be there. */
  rest(): void {
    if (this.#screen.isFull) this.#history.keep({ top: scrollY });
  }

  type(): void {
    const request = askedIn(this.#form);
    if (isSameRequest(request, this.#screen.request)) return;
    this.#history.revise(request);
    this.#screen.search(request);
  }

  choose(): void {
    const request = askedIn(this.#form);
    showFilters(this.#form, request);
    this.#history.add(request);
    this.#screen.search(request);
  }

  decide(): void {
    const request = askedIn(this.#form);
    rememberSearch(request.query);
    this.#history.decide(request);
    this.#screen.search(request, isSameRequest(request, this.#screen.request) ? this.#screen.shown : undefined);
  }

  /** Leaves for a story. */
  open(): void {
    this.rest();
    rememberSearch(this.#screen.request.query);
  }

  request = (request: SearchRequest): void => {
    rememberSearch(request.query);
    fillIn(this.#form, request);
    this.#history.add(request);
    this.#screen.search(request);
  };

  more = (): void => {
    this.#screen.showMore();
    this.#history.keep({ shown: this.#screen.shown });
  };

  again = (): void => this.#screen.again();

  withoutFilters = (): void => {
    const { query, sort } = this.#screen.request;
    this.request({ ...NO_REQUEST, query, sort });
  };

  toForget = (): void => {
    forgetSearches();
    this.#screen.rest();
  };
}
