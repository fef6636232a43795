import type { SearchActions } from "../../../_includes/components/search/search-actions.ts";
import {
  isSameRequest,
  NO_REQUEST,
  readSearchRequest,
  type SearchRequest,
  searchParams,
} from "../../formats/search/search-request.ts";
import { clearRecentSearches, rememberSearch } from "./recent-searches.ts";
import { fillForm, readFirst, readForm, updateFilters } from "./search-fields.ts";
import { SearchHistory } from "./search-history.ts";
import { type SearchElements, SearchView } from "./search-view.tsx";

/** The controller of the search page: applies what its reader does to the form, the address and the results. */
export class SearchController implements SearchActions {
  readonly #form: HTMLFormElement;
  readonly #view: SearchView;
  readonly #history = new SearchHistory(history, location);

  constructor(elements: SearchElements) {
    this.#form = elements.form;
    this.#view = new SearchView(elements, this);
  }

  /** Searches for what is in the address. What was typed and chosen before this script was loaded takes precedence. */
  start(): void {
    const chosen = searchParams(readFirst(this.#form));
    const { request, position } = this.#history.restore();
    const params = searchParams(request);
    for (const [name, value] of chosen) params.set(name, value);
    if (params.get("q") !== request.query) params.delete("verbatim");
    const current = readSearchRequest(params);
    fillForm(this.#form, current);
    if (chosen.size > 0) this.#history.replace(current);
    this.#view.search(current, position.shown, () => position.top && scrollTo({ top: position.top, behavior: "instant" }));
  }

  /** Returns to the search of a history entry. */
  restore(): void {
    const { request, position } = this.#history.restore();
    fillForm(this.#form, request);
    this.#view.search(request, position.shown);
  }

  /** Saves the scroll position, unless stories are still missing: the page may be too short then. */
  savePosition(): void {
    if (this.#view.isFull) this.#history.savePosition({ top: scrollY });
  }

  searchAsTyped(): void {
    const request = this.#read();
    if (isSameRequest(request, this.#view.request)) return;
    this.#history.replace(request);
    this.#view.search(request);
  }

  applyFilters(): void {
    const request = this.#read();
    updateFilters(this.#form, request);
    this.#history.push(request);
    this.#view.search(request);
  }

  submit(): void {
    const request = this.#read();
    rememberSearch(request.query);
    this.#history.commit(request);
    this.#view.search(request, isSameRequest(request, this.#view.request) ? this.#view.shown : undefined);
  }

  /** Called when a story is opened. */
  leave(): void {
    this.savePosition();
    rememberSearch(this.#view.request.query);
  }

  /** The request in the form. As long as its query stays the same, it stays a verbatim one. */
  #read(): SearchRequest {
    const request = readForm(this.#form);
    const { query, verbatim } = this.#view.request;
    return { ...request, verbatim: verbatim && request.query === query };
  }

  search = (request: SearchRequest): void => {
    rememberSearch(request.query);
    fillForm(this.#form, request);
    this.#history.push(request);
    this.#view.search(request);
  };

  showMore = (): void => {
    this.#view.showMore();
    this.#history.savePosition({ shown: this.#view.shown });
  };

  retry = (): void => this.#view.retry();

  clearFilters = (): void => {
    const { query, sort, verbatim } = this.#view.request;
    this.search({ ...NO_REQUEST, query, sort, verbatim });
  };

  clearRecent = (): void => {
    clearRecentSearches();
    this.#view.showStart();
  };
}
