import { formatNetworkError } from "../../../lib/network-error.ts";
import { retryDelayMs } from "../../../lib/retry-delay.ts";

const TIMEOUT_MS = 60_000;
const MAX_ATTEMPTS = 3;
const MAX_REDIRECTS = 5;

/** The network, the clock and the random numbers that fetching uses. */
export interface FetchEffects {
  readonly fetch: typeof fetch;
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
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

/** Fetches a file without compression. Retries network errors with exponential backoff, and follows redirects within the host. */
export async function fetchFile(url: URL, options: FetchOptions, effects: FetchEffects): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetchOnce(url, options, effects).catch((error: unknown) => {
      return { message: formatNetworkError(error, TIMEOUT_MS), isUnreachable: true };
    });
    if ("bytes" in fetched || !fetched.isUnreachable) return fetched;
    if (attempt === MAX_ATTEMPTS) return { ...fetched, message: `${fetched.message}, ${MAX_ATTEMPTS} times` };
    await effects.wait(retryDelayMs(attempt, undefined, effects.random()) ?? 0);
  }
}

async function fetchOnce(url: URL, { maxBytes, mustBeOk }: FetchOptions, { fetch }: FetchEffects): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const headers = { "accept-encoding": "identity", "user-agent": "EconoTimes verify" };
  let current = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await fetch(current, { headers, redirect: "manual", signal });
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
    return { bytes: await readBytes(response, maxBytes) };
  }
  return refused(`redirects more than ${MAX_REDIRECTS} times`);
}

function refused(message: string): Fetched {
  return { message, isUnreachable: false };
}

/** Reads a body, or somewhat more than `maxBytes` of a longer one. */
async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks);
}
