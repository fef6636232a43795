import type { SearchAnswer } from "../../formats/search/search-answer.ts";
import { isSameRequest } from "./shown-answer.ts";

/** Stories of later years go between those of others. Whoever reads already is spared that for a moment. */
const CALM_MS = 250;
/** Whoever writes on sees stories of before, and wants those of now: at once, unless only the best is there so far. */
const HASTE_MS = 50;

/** Shows the first answer and a complete one at once, and one that more is coming of only if that keeps the reader waiting. */
export class AnswerPace {
  readonly #show: (answer: SearchAnswer) => void;
  #latest: SearchAnswer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(show: (answer: SearchAnswer) => void) {
    this.#show = show;
  }

  /** @param shown the answer on the screen */
  take(answer: SearchAnswer, shown: SearchAnswer | undefined): void {
    this.#latest = answer;
    const isOutdated = shown !== undefined && !isSameRequest(shown.request, answer.request);
    if (answer.isComplete || !shown || (isOutdated && answer.stories.length > 1)) this.#showLatest();
    else this.#timer ??= setTimeout(() => this.#showLatest(), isOutdated ? HASTE_MS : CALM_MS);
  }

  /** Forgets what has not been shown. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#latest = undefined;
  }

  #showLatest(): void {
    const answer = this.#latest;
    this.drop();
    if (answer) this.#show(answer);
  }
}
