import { formatNetworkError } from "../../../lib/network-error.ts";
import { retryDelayMs } from "../../../lib/retry-delay.ts";
import { OverdueError, RequestWatch, type TimeLimits } from "./time-limits.ts";

const MAX_ATTEMPTS = 3;
const MAX_REDIRECTS = 5;

/** The network, the clock and the random numbers that fetching uses. */
export interface FetchEffects {
  readonly fetch: typeof fetch;
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** In ms, from any origin. */
  readonly now: () => number;
  readonly limits: TimeLimits;
}

/** The response of a host. */
export type Fetched =
  | { readonly bytes: Uint8Array }
  /** @property isUnreachable whether the host is to blame, not the file */
  | { readonly message: string; readonly isUnreachable: boolean };

interface FetchOptions {
  /** Reading stops beyond this size. */
  readonly maxBytes: number;
  /** Whether only status 200 is accepted. The not-found page comes with 404. */
  readonly mustBeOk: boolean;
}

/**
 * Fetches a file without compression. Retries network errors with exponential backoff, and follows redirects within the host.
 *
 * @param run aborts the file, with the reason as an `OverdueError`
 */
export async function fetchFile(url: URL, options: FetchOptions, effects: FetchEffects, run: AbortSignal): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const watch = new RequestWatch(effects.limits, run, effects.now);
    const fetched = await fetchOnce(url, options, effects, watch)
      .catch((error: unknown) => ({ message: formatFailure(error, url, effects.limits), isUnreachable: true }))
      .finally(() => watch.end());
    if ("bytes" in fetched || !fetched.isUnreachable || run.aborted) return fetched;
    if (attempt === MAX_ATTEMPTS) return { ...fetched, message: `${fetched.message}, ${MAX_ATTEMPTS} times` };
    await effects.wait(retryDelayMs(attempt, undefined, effects.random()) ?? 0);
  }
}

function formatFailure(error: unknown, url: URL, { responseMs }: TimeLimits): string {
  return error instanceof OverdueError ? `${error.message} (${url.href})` : formatNetworkError(error, responseMs);
}

async function fetchOnce(
  url: URL,
  { maxBytes, mustBeOk }: FetchOptions,
  { fetch }: FetchEffects,
  watch: RequestWatch,
): Promise<Fetched> {
  const headers = { "accept-encoding": "identity", "user-agent": "EconoTimes verify" };
  let current = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    watch.awaitResponse();
    const response = await fetch(current, { headers, redirect: "manual", signal: watch.signal });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      if (!URL.canParse(location, current)) return refused(`redirects to ${location}, which is not a URL`);
      current = new URL(location, current);
      if (current.origin !== url.origin) return refused(`redirects to ${current.href}, which is another host`);
      continue;
    }
    if (mustBeOk && response.status !== 200) {
      await response.body?.cancel();
      return { message: `responds with ${response.status}`, isUnreachable: response.status >= 500 || response.status === 429 };
    }
    return { bytes: await readBytes(response, maxBytes, watch) };
  }
  return refused(`redirects more than ${MAX_REDIRECTS} times`);
}

function refused(message: string): Fetched {
  return { message, isUnreachable: false };
}

/** Reads a body, or somewhat more than `maxBytes` of a longer one. */
async function readBytes(response: Response, maxBytes: number, watch: RequestWatch): Promise<Uint8Array> {
  watch.awaitBody();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    watch.received(chunk.byteLength);
    // Leaving the loop closes the connection.
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
