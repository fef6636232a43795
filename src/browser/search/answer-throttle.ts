import type { SearchAnswer } from "../../formats/search/search-answer.ts";
import { isSameRequest } from "../../formats/search/search-request.ts";

/** While results are being read: those of other shards go between them, and would move them. */
const SAME_SEARCH_DELAY_MS = 250;
/** While the results of the search before are shown, and only the best of this one is there. */
const NEW_SEARCH_DELAY_MS = 50;

/** Throttles partial answers. The first answer, a complete one, and several stories of a new search are shown immediately. */
export class AnswerThrottle {
  readonly #show: (answer: SearchAnswer) => void;
  #latest: SearchAnswer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (answer: SearchAnswer) => void) {
    this.#show = show;
  }

  /** @param shown the answer on the screen */
  push(answer: SearchAnswer, shown: SearchAnswer | undefined): void {
    this.#latest = answer;
    const isOutdated = shown !== undefined && !isSameRequest(shown.request, answer.request);
    if (answer.isComplete || !shown || (isOutdated && answer.stories.length > 1)) this.#showLatest();
    else this.#timer ??= setTimeout(() => this.#showLatest(), isOutdated ? NEW_SEARCH_DELAY_MS : SAME_SEARCH_DELAY_MS);
  }

  /** Drops the answer that has not been shown. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#latest = undefined;
  }

  #showLatest(): void {
    const answer = this.#latest;
    this.cancel();
    if (answer) this.#show(answer);
  }
}

/**
 * Whether an answer should replace the one on the screen. Until it is complete it needs a story, or as many as are shown of
 * the same search already, so that nothing flickers.
 */
export function shouldReplace(shown: SearchAnswer | undefined, next: SearchAnswer): boolean {
  if (next.isComplete) return true;
  const minimum = shown && isSameRequest(shown.request, next.request) ? shown.stories.length : 1;
  return next.stories.length >= minimum;
}
