/** Debounce delay: long enough that results passed over while typing are not announced. */
const DELAY_MS = 400;

/** Announces the outcome of a search to screen readers, in a status region, debounced. */
export class Announcer {
  readonly #status: Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param status a live region that was on the page before anything is announced */
  constructor(status: Element | null) {
    this.#status = status;
  }

  announce(text: string): void {
    this.clear();
    this.#timer = setTimeout(() => {
      this.#write(text);
    }, DELAY_MS);
  }

  /** Cancels a pending announcement and empties the region, so that the same text again is a change, and announced. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#write("");
  }

  #write(text: string): void {
    if (this.#status) this.#status.textContent = text;
  }
}
