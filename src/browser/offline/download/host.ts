import { EDITION_PARTS } from "../../../model/urls.ts";
import type { Surroundings } from "./download-context.ts";
import { SaveError } from "./download-error.ts";
import { type Answer, patientFetch } from "./fetch-with-timeout.ts";
import { wait } from "./wait.ts";

/** How long a host that has too much to do is left alone, each time. */
const RESTS_MS = [1000, 4000, 16_000] as const;
/** How long nothing is tried after the line was lost: twice as long each time, up to the longest. */
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;

/** A file that has not come so often, while others have, does not come. */
const MOST_FAILURES = 8;

/** The only status that a whole file comes with. */
export const FOUND = 200;
const REQUEST_TIMEOUT = 408;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** Whether a host may have another answer in a moment. */
export function isBusy(status: number): boolean {
  return status >= SERVER_ERROR || status === TOO_MANY_REQUESTS || status === REQUEST_TIMEOUT;
}

type HostSurroundings = Pick<Surroundings, "fetch" | "line" | "root">;

/** The host of the publication, over a line that may be lost for a while. */
export class Host {
  readonly #page: HostSurroundings;
  readonly #signal: AbortSignal;
  readonly #lineChanged: (isLost: boolean) => void;
  #recovered: Promise<void> | undefined;

  /** @param lineChanged is told when the line is lost, and when something comes over it again */
  constructor(page: HostSurroundings, signal: AbortSignal, lineChanged: (isLost: boolean) => void) {
    this.#page = page;
    this.#signal = signal;
    this.#lineChanged = lineChanged;
  }

  /**
   * Asks for a file. A page is asked for at its folder, where no host redirects. A line that is lost is waited for.
   *
   * @param path from the root, such as `politics/index.html`
   * @throws `SaveError` for a file that never comes over a line that others come over: something on the way blocks it
   */
  async ask(path: string): Promise<Answer> {
    let answer = await this.#overLine(path);
    for (const restMs of RESTS_MS) {
      if (!isBusy(answer.status)) break;
      await wait(restMs, this.#signal);
      answer = await this.#overLine(path);
    }
    return answer;
  }

  async #overLine(path: string): Promise<Answer> {
    const address = addressOf(path, this.#page.root);
    for (let failures = 0; failures < MOST_FAILURES; failures += 1) {
      await this.#recovered;
      const answer = await this.#try(address);
      if (answer) return answer;
      // Whoever loses the line at the same time waits for the same.
      this.#recovered ??= this.#recover();
      await this.#recovered;
    }
    throw new SaveError({ kind: "unavailable", path, status: 0 });
  }

  /** Undefined where the line is lost. */
  async #try(address: URL): Promise<Answer | undefined> {
    try {
      return await patientFetch(address, this.#page, this.#signal);
    } catch {
      this.#signal.throwIfAborted();
      return undefined;
    }
  }

  /** Resolves when a small file comes. */
  async #recover(): Promise<void> {
    this.#lineChanged(true);
    let isBack = false;
    for (let pauseMs = FIRST_PAUSE_MS; !isBack; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      await wait(pauseMs, this.#signal, this.#page.line);
      isBack = (await this.#try(addressOf(EDITION_PARTS.slice(1), this.#page.root))) !== undefined;
    }
    this.#recovered = undefined;
    this.#lineChanged(false);
  }
}

function addressOf(path: string, root: URL): URL {
  const page = path.replace(/(?<=^|\/)index\.html$/, "");
  return new URL(page.split("/").map(encodeURIComponent).join("/"), root);
}
