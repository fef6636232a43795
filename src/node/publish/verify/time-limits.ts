/** How long a verification waits for a host. */
export interface TimeLimits {
  /** For the headers of a response, from connecting on. */
  readonly responseMs: number;
  /** For the next bytes of a response. */
  readonly stallMs: number;
  /** After this time a response must have had `minBytesPerSecond` on average. */
  readonly slowAfterMs: number;
  readonly minBytesPerSecond: number;
  /** For everything. */
  readonly runMs: number;
}

export const TIME_LIMITS: TimeLimits = {
  responseMs: 15_000,
  stallMs: 15_000,
  slowAfterMs: 30_000,
  minBytesPerSecond: 1024,
  runMs: 3_600_000,
};

/** A time limit that was exceeded. The message follows an address. */
export class OverdueError extends Error {}

/** The time as a person says it: `15 seconds`, `60 minutes`. */
export function duration(ms: number): string {
  const [count, unit] = ms >= 120_000 ? [ms / 60_000, "minute"] : [ms / 1000, "second"];
  return `${Number(count.toFixed(2))} ${unit}${count === 1 ? "" : "s"}`;
}

/** Aborts one request when it exceeds a limit, or when the whole run is aborted. */
export class RequestWatch {
  readonly #abort = new AbortController();
  readonly #limits: TimeLimits;
  readonly #run: AbortSignal;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #startMs = 0;
  #bytes = 0;

  /** @param now in ms, from any origin */
  constructor(limits: TimeLimits, run: AbortSignal, now: () => number) {
    this.#limits = limits;
    this.#run = run;
    this.#now = now;
    run.addEventListener("abort", this.#abortWithRun);
    if (run.aborted) this.#abortWithRun();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Starts waiting for the headers of a response. */
  awaitResponse(): void {
    this.#wait(this.#limits.responseMs, `gave no response within ${duration(this.#limits.responseMs)}`);
  }

  /** Starts waiting for the body. */
  awaitBody(): void {
    this.#startMs = this.#now();
    this.#awaitBytes();
  }

  /**
   * Takes note of bytes that have arrived, and waits for the next.
   *
   * @throws OverdueError if they arrive too slowly
   */
  received(bytes: number): void {
    this.#bytes += bytes;
    const elapsedMs = this.#now() - this.#startMs;
    const { slowAfterMs, minBytesPerSecond } = this.#limits;
    if (elapsedMs >= slowAfterMs && this.#bytes < (minBytesPerSecond * elapsedMs) / 1000) {
      throw new OverdueError(`sent only ${bytesOf(this.#bytes)} in ${duration(Math.round(elapsedMs))}`);
    }
    this.#awaitBytes();
  }

  /** Stops waiting. */
  end(): void {
    clearTimeout(this.#timer);
    this.#run.removeEventListener("abort", this.#abortWithRun);
  }

  #awaitBytes(): void {
    const { stallMs } = this.#limits;
    const after = this.#bytes === 0 ? "the headers" : bytesOf(this.#bytes);
    this.#wait(stallMs, `sent ${after} and then nothing for ${duration(stallMs)}`);
  }

  #wait(ms: number, message: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(new OverdueError(message)), ms);
  }

  readonly #abortWithRun = (): void => this.#abort.abort(this.#run.reason);
}

function bytesOf(count: number): string {
  return count === 1 ? "1 byte" : `${count.toLocaleString("en")} bytes`;
}
