/** Long enough that a reader who types on hears nothing of what is passed over. */
const PAUSE_MS = 400;

/** Says in a status region of the page what has come of a search, once it has settled. */
export class Announcer {
  readonly #status: Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param status a region that was on the page before there was anything to say */
  constructor(status: Element | null) {
    this.#status = status;
  }

  say(words: string): void {
    this.hush();
    this.#timer = setTimeout(() => {
      this.#write(words);
    }, PAUSE_MS);
  }

  /** Forgets what has not been said, and takes back what was: the same words again are then a change, and said again. */
  hush(): void {
    clearTimeout(this.#timer);
    this.#write("");
  }

  #write(words: string): void {
    if (this.#status) this.#status.textContent = words;
  }
}
