import { announcementOf, failureAnnouncement } from "../../../_includes/components/search/answer-text.ts";
import { SearchResults, type SearchState, STORIES_PER_PAGE } from "../../../_includes/components/search/SearchResults.tsx";
import type { SearchActions } from "../../../_includes/components/search/search-actions.ts";
import type { OfflineMode, SearchAnswer } from "../../formats/search/search-answer.ts";
import { isBlank, NO_REQUEST } from "../../formats/search/search-request.ts";
import { hrefAbsolute } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { TranslatableRoot } from "../translatable-root.ts";
import { Announcer } from "./announcer.ts";
import { AnswerThrottle, shouldReplace } from "./answer-throttle.ts";
import { FilterCounter } from "./filter-counter.ts";
import { recentSearches } from "./recent-searches.ts";
import { cancelSearch, retryWholeArchive, search } from "./search-client.ts";

const HREF = hrefAbsolute(publicationRoot.href);

/** The elements of the search page, from its template. */
export interface SearchElements {
  readonly form: HTMLFormElement;
  readonly results: HTMLElement;
  /** The lists that lead to every story without a search. */
  readonly browse: HTMLElement;
  readonly status: HTMLElement;
}

/** The view of the search page: runs searches and renders their results as they arrive. */
export class SearchView {
  readonly #elements: SearchElements;
  readonly #actions: SearchActions;
  readonly #root: TranslatableRoot;
  readonly #announcer: Announcer;
  readonly #counter: FilterCounter;
  readonly #throttle = new AnswerThrottle((answer) => this.#take(answer));
  #request = NO_REQUEST;
  #shown = STORIES_PER_PAGE;
  #isAnnounced = false;
  #onFull: (() => void) | undefined;
  /** The answer on the screen. It stays until `shouldReplace`. */
  #answer: SearchAnswer | undefined;

  constructor(elements: SearchElements, actions: SearchActions) {
    this.#elements = elements;
    this.#actions = actions;
    this.#root = new TranslatableRoot(elements.results);
    this.#announcer = new Announcer(elements.status);
    this.#counter = new FilterCounter(elements.form);
  }

  /** The current request. */
  get request() {
    return this.#request;
  }

  /** The maximum number of stories shown. */
  get shown() {
    return this.#shown;
  }

  /** Whether all stories to be shown are there. */
  get isFull() {
    return this.#onFull === undefined;
  }

  /** @param onFull called once, when all stories to be shown are there */
  search(request = this.#request, shown = STORIES_PER_PAGE, onFull = () => {}): void {
    this.#request = request;
    this.#shown = shown;
    this.#isAnnounced = false;
    this.#announcer.clear();
    if (isBlank(request)) this.showStart();
    else this.#run(onFull);
  }

  retry(): void {
    retryWholeArchive();
    this.search(this.#request, this.#shown);
  }

  /** Shows more stories, and focuses the first of them. */
  showMore(): void {
    const before = this.#answer?.stories.length ?? 0;
    this.#shown += STORIES_PER_PAGE;
    this.#run(() => this.#elements.results.querySelectorAll<HTMLElement>("article h3 a")[before]?.focus());
  }

  /** Shows what the page has without a search. */
  showStart(): void {
    cancelSearch();
    this.#throttle.cancel();
    this.#onFull = undefined;
    this.#answer = undefined;
    this.#show({ kind: "blank", recent: recentSearches() });
  }

  #run(onFull: () => void): void {
    this.#throttle.cancel();
    this.#onFull = onFull;
    if (this.#answer) this.#showAnswer(this.#answer, false);
    else this.#show({ kind: "waiting", answer: undefined });
    search(this.#request, this.#shown, {
      onAnswer: (answer) => this.#throttle.push(answer, this.#answer),
      onFailure: (offline) => this.#fail(offline),
    });
  }

  #take(answer: SearchAnswer): void {
    if (shouldReplace(this.#answer, answer)) {
      this.#answer = answer;
      this.#showAnswer(answer, answer.isComplete);
    } else if (!this.#answer) {
      this.#show({ kind: "waiting", answer });
    }
    if (answer.isComplete || answer.stories.length >= this.#shown) {
      this.#onFull?.();
      this.#onFull = undefined;
    }
    if (!answer.isComplete || this.#isAnnounced) return;
    this.#isAnnounced = true;
    this.#announcer.announce(announcementOf(answer));
  }

  #fail(offline: OfflineMode | undefined): void {
    this.#throttle.cancel();
    this.#answer = undefined;
    this.#show({ kind: "failed", offline });
    this.#announcer.announce(failureAnnouncement(offline));
  }

  #showAnswer(answer: SearchAnswer, isLatest: boolean): void {
    this.#show({ kind: "answered", answer, shown: this.#shown, isLatest });
  }

  #show(state: SearchState): void {
    const { results, browse } = this.#elements;
    const isNothing = state.kind === "answered" && state.answer.total === 0;
    browse.hidden = !(state.kind === "blank" || state.kind === "failed" || isNothing);
    results.ariaBusy = String(state.kind === "waiting" || (state.kind === "answered" && !state.isLatest));
    this.#counter.show(this.#answer);
    const hadFocus = results.contains(document.activeElement);
    this.#root.render(<SearchResults state={state} href={HREF} actions={this.#actions} />);
    // The focused button or link may have been removed.
    if (hadFocus && !results.contains(document.activeElement)) results.focus({ preventScroll: true });
  }
}
