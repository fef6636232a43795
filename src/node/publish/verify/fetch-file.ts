import { backOff } from "../../../markets/sources/back-off.ts";
import { networkProblem } from "../../../markets/sources/network-problem.ts";

const TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;
const MOST_REDIRECTS = 5;

/** What fetching needs of the network, of time and of chance. */
export interface FetchEffects {
  readonly fetch: typeof fetch;
  readonly wait: (ms: number) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/** What a host has answered. */
export type Fetched =
  | { readonly bytes: Uint8Array }
  /** @property isUnreachable whether the host is to blame, and not the file */
  | { readonly problem: string; readonly isUnreachable: boolean };

interface Asked {
  /** An answer is not read further. */
  readonly mostBytes: number;
  /** Whether only 200 is an answer. The page for what is not there comes with 404. */
  readonly isFound: boolean;
}

/** Fetches a file as it lies on the host. Failures of the network are tried again; redirects are followed within the host. */
export async function fetchFile(address: URL, asked: Asked, effects: FetchEffects): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    const fetched = await fetchOnce(address, asked, effects).catch((error: unknown) => {
      return { problem: networkProblem(error, TIMEOUT_MS), isUnreachable: true };
    });
    if ("bytes" in fetched || !fetched.isUnreachable) return fetched;
    if (attempt === ATTEMPTS) return { ...fetched, problem: `${fetched.problem}, ${ATTEMPTS} times` };
    await effects.wait(backOff(attempt, undefined, effects.random()) ?? 0);
  }
}

async function fetchOnce(address: URL, { mostBytes, isFound }: Asked, { fetch }: FetchEffects): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const headers = { "accept-encoding": "identity", "user-agent": "EconoTimes verify" };
  let at = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await fetch(at, { headers, redirect: "manual", signal });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      if (!URL.canParse(location, at)) return refused(`redirects to ${location}, which is no address`);
      at = new URL(location, at);
      if (at.origin !== address.origin) return refused(`redirects to ${at.href}, which is another host`);
      continue;
    }
    if (isFound && response.status !== 200) {
      await response.body?.cancel();
      return { problem: `answers ${response.status}`, isUnreachable: response.status >= 500 || response.status === 429 };
    }
    return { bytes: await limitedBytes(response, mostBytes) };
  }
  return refused(`redirects more than ${MOST_REDIRECTS} times`);
}

function refused(problem: string): Fetched {
  return { problem, isUnreachable: false };
}

/** The bytes of an answer, or the first of them where there are more than asked for. */
async function limitedBytes(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(chunks);
}
