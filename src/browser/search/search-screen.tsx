import { render } from "preact";
import { announcementOf, failureAnnouncement } from "../../../_includes/components/search/answer-words.ts";
import type { Ask } from "../../../_includes/components/search/ask.ts";
import { SearchResults, type SearchState, STORIES_AT_ONCE } from "../../../_includes/components/search/SearchResults.tsx";
import type { Offline, SearchAnswer } from "../../formats/search/search-answer.ts";
import { isBlank, NO_REQUEST } from "../../formats/search/search-request.ts";
import { hrefAbsolute } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { Announcer } from "./announcer.ts";
import { AnswerPace } from "./answer-pace.ts";
import { FilterCounter } from "./filter-counter.ts";
import { recentSearches } from "./recent-searches.ts";
import { cancelSearch, search, searchAnew } from "./search-client.ts";
import { takesThePlaceOf } from "./shown-answer.ts";

const HREF = hrefAbsolute(publicationRoot.href);

/** The parts of the search page, as its template has them. */
export interface SearchParts {
  readonly form: HTMLFormElement;
  readonly results: HTMLElement;
  /** The lists that lead to every story without a search. */
  readonly browse: HTMLElement;
  readonly status: HTMLElement;
}

/** What the search page shows beside its form: it searches, and shows what is found as it arrives. */
export class SearchScreen {
  readonly #parts: SearchParts;
  readonly #ask: Ask;
  readonly #announcer: Announcer;
  readonly #counts: FilterCounter;
  readonly #pace = new AnswerPace((answer) => this.#take(answer));
  #request = NO_REQUEST;
  #shown = STORIES_AT_ONCE;
  #isSaid = false;
  #onShown: (() => void) | undefined;
  /** What is shown. It stays until there is something better. */
  #answer: SearchAnswer | undefined;

  constructor(parts: SearchParts, ask: Ask) {
    this.#parts = parts;
    this.#ask = ask;
    this.#announcer = new Announcer(parts.status);
    this.#counts = new FilterCounter(parts.form);
  }

  /** What is searched for. */
  get request() {
    return this.#request;
  }

  /** How many stories are shown at most. */
  get shown() {
    return this.#shown;
  }

  /** Whether as many stories are there as can be. */
  get isFull() {
    return this.#onShown === undefined;
  }

  /** @param onShown called once, when as many stories are there as can be */
  search(request = this.#request, shown = STORIES_AT_ONCE, onShown = () => {}): void {
    this.#request = request;
    this.#shown = shown;
    this.#isSaid = false;
    this.#announcer.hush();
    if (isBlank(request)) this.rest();
    else this.#run(onShown);
  }

  /** Searches for the same once more. */
  again(): void {
    searchAnew();
    this.search(this.#request, this.#shown);
  }

  /** Shows more stories, and leads on from the last to the first of them. */
  showMore(): void {
    const before = this.#answer?.stories.length ?? 0;
    this.#shown += STORIES_AT_ONCE;
    this.#run(() => this.#parts.results.querySelectorAll<HTMLElement>("article h3 a")[before]?.focus());
  }

  /** Shows what there is before anything is asked for. */
  rest(): void {
    cancelSearch();
    this.#pace.drop();
    this.#onShown = undefined;
    this.#answer = undefined;
    this.#show({ kind: "blank", recent: recentSearches() });
  }

  #run(onShown: () => void): void {
    this.#pace.drop();
    this.#onShown = onShown;
    if (this.#answer) this.#showAnswer(this.#answer, false);
    else this.#show({ kind: "waiting", answer: undefined });
    search(this.#request, this.#shown, {
      onAnswer: (answer) => this.#pace.take(answer, this.#answer),
      onFailure: (offline) => this.#fail(offline),
    });
  }

  #take(answer: SearchAnswer): void {
    if (takesThePlaceOf(this.#answer, answer)) {
      this.#answer = answer;
      this.#showAnswer(answer, answer.isComplete);
    } else if (!this.#answer) {
      this.#show({ kind: "waiting", answer });
    }
    if (answer.isComplete || answer.stories.length >= this.#shown) {
      this.#onShown?.();
      this.#onShown = undefined;
    }
    if (!answer.isComplete || this.#isSaid) return;
    this.#isSaid = true;
    this.#announcer.say(announcementOf(answer));
  }

  #fail(offline: Offline | undefined): void {
    this.#pace.drop();
    this.#answer = undefined;
    this.#show({ kind: "failed", offline });
    this.#announcer.say(failureAnnouncement(offline));
  }

  #showAnswer(answer: SearchAnswer, isLatest: boolean): void {
    this.#show({ kind: "answered", answer, shown: this.#shown, isLatest });
  }

  #show(state: SearchState): void {
    const { results, browse } = this.#parts;
    const isNothing = state.kind === "answered" && state.answer.total === 0;
    browse.hidden = !(state.kind === "blank" || state.kind === "failed" || isNothing);
    results.ariaBusy = String(state.kind === "waiting" || (state.kind === "answered" && !state.isLatest));
    this.#counts.show(this.#answer);
    const hadFocus = results.contains(document.activeElement);
    render(<SearchResults state={state} href={HREF} ask={this.#ask} />, results);
    // What had the focus may be gone: a button that has done its work, a link that was followed.
    if (hadFocus && !results.contains(document.activeElement)) results.focus({ preventScroll: true });
  }
}
