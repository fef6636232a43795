import { EDITION_SCOPES } from "../../../model/urls.ts";
import type { DownloadContext } from "./download-context.ts";
import { DownloadError } from "./download-error.ts";
import { type Answer, fetchWithTimeout } from "./fetch-with-timeout.ts";

/** Delays for a busy host. */
const RETRY_DELAYS_MS = [1000, 4000, 16_000] as const;
/** Exponential backoff while the network is down. */
const MIN_BACKOFF_MS = 5000;
const MAX_BACKOFF_MS = 60_000;

/** A file that fails so often while others arrive is blocked. */
const MAX_ATTEMPTS = 8;

/** The only status of a complete file. */
export const OK = 200;
const REQUEST_TIMEOUT = 408;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** Whether a retry may help. */
export function isBusy(status: number): boolean {
  return status >= SERVER_ERROR || status === TOO_MANY_REQUESTS || status === REQUEST_TIMEOUT;
}

type HostContext = Pick<DownloadContext, "fetch" | "network" | "root">;

/** The publication's host, behind a network that may be down for a while. */
export class Host {
  readonly #context: HostContext;
  readonly #signal: AbortSignal;
  readonly #networkChanged: (isOffline: boolean) => void;
  #recovery: Promise<void> | undefined;

  /** @param networkChanged called when the network goes down, and when it is back */
  constructor(context: HostContext, signal: AbortSignal, networkChanged: (isOffline: boolean) => void) {
    this.#context = context;
    this.#signal = signal;
    this.#networkChanged = networkChanged;
  }

  /**
   * Fetches a file; a page by its folder, which no host redirects. Retries three times while the host is busy, and waits while the
   * network is down.
   *
   * @param path from the root, such as `politics/index.html`
   * @throws `DownloadError` for a file that never arrives while others do, as behind a content blocker
   */
  async fetch(path: string): Promise<Answer> {
    let answer = await this.#fetchOverNetwork(path);
    for (const delayMs of RETRY_DELAYS_MS) {
      if (!isBusy(answer.status)) break;
      await wait(delayMs, this.#signal);
      answer = await this.#fetchOverNetwork(path);
    }
    return answer;
  }

  async #fetchOverNetwork(path: string): Promise<Answer> {
    const address = addressOf(path, this.#context.root);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      await this.#recovery;
      const answer = await this.#try(address);
      if (answer) return answer;
      // Concurrent fetches share one recovery.
      this.#recovery ??= this.#recover();
      await this.#recovery;
    }
    throw new DownloadError({ kind: "unavailable", path, status: 0 });
  }

  /** Undefined where the network is down. */
  async #try(address: URL): Promise<Answer | undefined> {
    try {
      return await fetchWithTimeout(address, this.#context, this.#signal);
    } catch {
      this.#signal.throwIfAborted();
      return undefined;
    }
  }

  /** Polls a small file until it arrives. */
  async #recover(): Promise<void> {
    this.#networkChanged(true);
    let isBack = false;
    for (let backoffMs = MIN_BACKOFF_MS; !isBack; backoffMs = Math.min(2 * backoffMs, MAX_BACKOFF_MS)) {
      await wait(backoffMs, this.#signal, this.#context.network);
      isBack = (await this.#try(addressOf(EDITION_SCOPES.slice(1), this.#context.root))) !== undefined;
    }
    this.#recovery = undefined;
    this.#networkChanged(false);
  }
}

function addressOf(path: string, root: URL): URL {
  const page = path.replace(/(?<=^|\/)index\.html$/, "");
  return new URL(page.split("/").map(encodeURIComponent).join("/"), root);
}

/**
 * Waits, or resolves earlier when the network comes back.
 *
 * @param network dispatches `online`
 * @throws the reason of `signal` where that is aborted
 */
export function wait(ms: number, signal: AbortSignal, network?: EventTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      network?.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    network?.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
