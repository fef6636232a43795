import {
  announcementOf,
  failureAnnouncement,
  foundWords,
  missingWords,
} from "../../../_includes/components/search/answer-words.ts";
import { type OfferGroup, offersFor } from "../../../_includes/components/search/search-offers.ts";
import type { Offline, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../formats/search/search-request.ts";
import { hrefAbsolute } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { AnswerPace } from "./answer-pace.ts";
import { offlineNow } from "./archive-at-hand.ts";
import { recentSearches } from "./recent-searches.ts";
import { cancelSearch, search, searchAnew, searchManifest } from "./search-client.ts";
import { takesThePlaceOf } from "./shown-answer.ts";

const STORIES = 5;

/** The address of a page of the publication. */
export const HREF = hrefAbsolute(publicationRoot.href);

interface OfferingListener {
  /** There is something else to show. */
  readonly onChange: () => void;
  /** A search has come to its end, or to nothing. */
  readonly onEnd: (words: string) => void;
}

/** What the search's dialog has to offer for what is written in it. */
export class SearchOffering {
  readonly #listener: OfferingListener;
  readonly #pace = new AnswerPace((answer) => this.#take(answer));
  #query = "";
  #manifest: SearchManifest | undefined;
  #answer: SearchAnswer | undefined;
  #isBusy = false;
  #hasFailed = false;
  #offline: Offline | undefined;

  constructor(listener: OfferingListener) {
    this.#listener = listener;
  }

  /** Asks for all that can be offered, as if nothing had been asked for before. */
  begin(query: string): void {
    this.#hasFailed = false;
    searchManifest().then(
      (manifest) => {
        this.#manifest = manifest;
        this.#listener.onChange();
      },
      () => this.#fail(offlineNow()),
    );
    this.ask(query);
  }

  /** Asks for all of it once more. */
  again(query: string): void {
    searchAnew();
    this.begin(query);
  }

  ask(query: string): void {
    this.#query = query;
    this.#isBusy = query !== "";
    this.#pace.drop();
    if (this.#isBusy) {
      search({ ...NO_REQUEST, query }, STORIES, {
        counts: false,
        onAnswer: (answer) => this.#pace.take(answer, this.#answer),
        onFailure: (offline) => this.#fail(offline),
      });
    } else {
      this.#answer = undefined;
      cancelSearch();
    }
    this.#listener.onChange();
  }

  /** What there is at this moment. */
  get state() {
    const recent = recentSearches();
    return {
      groups: offersFor(this.#query, { manifest: this.#manifest, recent, answer: this.#answer }, HREF),
      isBusy: this.#isBusy,
      isWaiting: this.#isBusy && !this.#answer,
      hasFailed: this.#hasFailed,
      offline: this.#offline,
      note: this.#answer ? noteOn(this.#answer) : "",
      canForget: this.#query === "" && recent.length > 0,
    };
  }

  #take(answer: SearchAnswer): void {
    if (takesThePlaceOf(this.#answer, answer)) this.#answer = answer;
    this.#hasFailed = false;
    this.#isBusy = !answer.isComplete;
    this.#listener.onChange();
    if (answer.isComplete) this.#listener.onEnd(`${announcementOf(answer)} ${countOffers(this.state.groups)}`);
  }

  #fail(offline: Offline | undefined): void {
    this.#pace.drop();
    this.#answer = undefined;
    this.#isBusy = false;
    this.#hasFailed = true;
    this.#offline = offline;
    this.#listener.onChange();
    this.#listener.onEnd(failureAnnouncement(offline));
  }
}

/** What the offers do not say by themselves. */
function noteOn(answer: SearchAnswer): string {
  const nothing = answer.isComplete && answer.total === 0 ? `${foundWords(answer)}.` : "";
  return [nothing, missingWords(answer)].filter(Boolean).join(" ");
}

function countOffers(groups: readonly OfferGroup[]): string {
  const count = groups.flatMap(({ offers }) => offers).length;
  return count === 1 ? "One suggestion." : `${count} suggestions.`;
}
