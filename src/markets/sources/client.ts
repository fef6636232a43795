import { backOff, retryAfter } from "./back-off.ts";
import { limitedText } from "./limited-text.ts";
import { networkProblem } from "./network-problem.ts";
import { SourceFailure } from "./source-failure.ts";

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 8 * 1024 * 1024;
const ATTEMPTS = 4;

/** What an answer is known by (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What a source has answered: a text, or that it is still the one that the validators are of. */
export type Answer =
  | { readonly isModified: false }
  | { readonly isModified: true; readonly text: string; readonly validators: Validators };

/** What the client needs of time and chance. */
export interface ClientEffects {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Gives up a request that long after it has begun. */
  readonly deadline: (ms: number) => AbortSignal;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/** What may pass: another attempt is worth it. */
class PassingFailure extends SourceFailure {
  readonly retryAfterMs: number | undefined;

  constructor(problem: string, { retryAfterMs, cause }: { retryAfterMs?: number | undefined; cause?: unknown }) {
    super(problem, "try again later", { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Gets a text. What may pass is tried again, with longer and longer pauses.
 *
 * @param known of the text that is there already
 * @throws SourceFailure
 */
export async function get(address: string, known: Validators, effects: ClientEffects): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await getOnce(address, known, effects);
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      if (attempt === ATTEMPTS) throw new SourceFailure(`${error.problem}, ${ATTEMPTS} times`, error.remedy, { cause: error });
      const delayMs = backOff(attempt, error.retryAfterMs, effects.random());
      if (delayMs === undefined) throw error;
      await effects.wait(delayMs);
    }
  }
}

async function getOnce(address: string, known: Validators, { deadline, now }: ClientEffects): Promise<Answer> {
  try {
    const response = await fetch(address, { headers: headersFor(known), signal: deadline(TIMEOUT_MS) });
    if (response.status === 200) {
      const text = await limitedText(response, MOST_BYTES);
      return { isModified: true, text, validators: validatorsOf(response) };
    }
    // What it says besides is not read: the connection is free for the next request.
    await response.body?.cancel();
    if (response.status === 304 && (known.etag ?? known.lastModified) !== undefined) return { isModified: false };
    throw refusal(response, now());
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw new PassingFailure(networkProblem(error, TIMEOUT_MS), { cause: error });
  }
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    "user-agent": "EconoTimes market desk",
    accept: "text/csv, application/json",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

function validatorsOf({ headers }: Response): Validators {
  return { etag: headers.get("etag") ?? undefined, lastModified: headers.get("last-modified") ?? undefined };
}

/** Timeout, too early, too many requests (RFC 9110, 8470, 6585): whatever is wrong with the server itself comes on top. */
const PASSING = [408, 425, 429];
const FORBIDDEN = [401, 403];

function refusal({ status, headers }: Response, nowMs: number): SourceFailure {
  const problem = `answers ${status}`;
  if (PASSING.includes(status) || status >= 500) {
    const retryAfterMs = retryAfter(headers.get("retry-after"), nowMs);
    const asked = retryAfterMs === undefined ? "" : ` and asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds`;
    return new PassingFailure(problem + asked, { retryAfterMs });
  }
  if (FORBIDDEN.includes(status))
    return new SourceFailure(problem, "check the key, where the source wants one, or ask the source");
  return new SourceFailure(problem, "check `code` in series.yaml");
}
