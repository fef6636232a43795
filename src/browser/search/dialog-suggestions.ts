import { announcementOf, failureAnnouncement, foundText, missingText } from "../../../_includes/components/search/answer-text.ts";
import { type SuggestionGroup, suggestionsFor } from "../../../_includes/components/search/suggestions.ts";
import type { OfflineMode, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../formats/search/search-request.ts";
import { hrefAbsolute } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { AnswerThrottle, shouldReplace } from "./answer-throttle.ts";
import { offlineMode } from "./reachable-archive.ts";
import { recentSearches } from "./recent-searches.ts";
import { cancelSearch, retryWholeArchive, search, searchManifest } from "./search-client.ts";

const STORIES = 5;

/** The URL of a page of the publication. */
export const HREF = hrefAbsolute(publicationRoot.href);

interface SuggestionListener {
  readonly onChange: () => void;
  /** A search has completed or failed; `text` is the announcement. */
  readonly onEnd: (text: string) => void;
}

/** The suggestions of the search dialog (autocomplete) for the text in its field. */
export class DialogSuggestions {
  readonly #listener: SuggestionListener;
  readonly #throttle = new AnswerThrottle((answer) => this.#take(answer));
  #query = "";
  #manifest: SearchManifest | undefined;
  #answer: SearchAnswer | undefined;
  #isBusy = false;
  #hasFailed = false;
  #offline: OfflineMode | undefined;

  constructor(listener: SuggestionListener) {
    this.#listener = listener;
  }

  /** Loads the manifest and searches. */
  start(query: string): void {
    this.#hasFailed = false;
    searchManifest().then(
      (manifest) => {
        this.#manifest = manifest;
        this.#listener.onChange();
      },
      () => this.#fail(offlineMode()),
    );
    this.search(query);
  }

  retry(query: string): void {
    retryWholeArchive();
    this.start(query);
  }

  search(query: string): void {
    this.#query = query;
    this.#isBusy = query !== "";
    this.#throttle.cancel();
    if (this.#isBusy) {
      search({ ...NO_REQUEST, query }, STORIES, {
        counts: false,
        onAnswer: (answer) => this.#throttle.push(answer, this.#answer),
        onFailure: (offline) => this.#fail(offline),
      });
    } else {
      this.#answer = undefined;
      cancelSearch();
    }
    this.#listener.onChange();
  }

  get state() {
    const recent = recentSearches();
    return {
      groups: suggestionsFor(this.#query, { manifest: this.#manifest, recent, answer: this.#answer }, HREF),
      isBusy: this.#isBusy,
      isWaiting: this.#isBusy && !this.#answer,
      hasFailed: this.#hasFailed,
      offline: this.#offline,
      note: this.#answer ? noteOn(this.#answer) : "",
      canClearRecent: this.#query === "" && recent.length > 0,
    };
  }

  #take(answer: SearchAnswer): void {
    if (shouldReplace(this.#answer, answer)) this.#answer = answer;
    this.#hasFailed = false;
    this.#isBusy = !answer.isComplete;
    this.#listener.onChange();
    if (answer.isComplete) this.#listener.onEnd(`${announcementOf(answer)} ${countText(this.state.groups)}`);
  }

  #fail(offline: OfflineMode | undefined): void {
    this.#throttle.cancel();
    this.#answer = undefined;
    this.#isBusy = false;
    this.#hasFailed = true;
    this.#offline = offline;
    this.#listener.onChange();
    this.#listener.onEnd(failureAnnouncement(offline));
  }
}

/** What the suggestions themselves do not show: that there are no results, and which years are missing. */
function noteOn(answer: SearchAnswer): string {
  const nothing = answer.isComplete && answer.total === 0 ? `${foundText(answer)}.` : "";
  return [nothing, missingText(answer)].filter(Boolean).join(" ");
}

function countText(groups: readonly SuggestionGroup[]): string {
  const count = groups.flatMap(({ suggestions }) => suggestions).length;
  return count === 1 ? "1 suggestion." : `${count} suggestions.`;
}
