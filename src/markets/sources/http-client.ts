import { formatNetworkError } from "../../lib/network-error.ts";
import { parseRetryAfterMs, retryDelayMs } from "../../lib/retry-delay.ts";
import { SourceError, unexpectedFormat } from "./source-error.ts";

const TIMEOUT_MS = 30_000;
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;
const MAX_ATTEMPTS = 4;

/** The validators of a response for conditional requests (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** The text of a response, or that it is not modified since the one that the validators are of. */
export type TextResponse =
  | { readonly isModified: false }
  | { readonly isModified: true; readonly text: string; readonly validators: Validators };

/** The clock, timers and random numbers of the client. */
export interface ClientEffects {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Aborts a request after a time, as `AbortSignal.timeout` does. */
  readonly timeoutSignal: (ms: number) => AbortSignal;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/** An error that a retry may resolve. */
class TransientError extends SourceError {
  readonly retryAfterMs: number | undefined;

  constructor(reason: string, { retryAfterMs, cause }: { retryAfterMs?: number | undefined; cause?: unknown }) {
    super(reason, "try again later", { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Gets a text by a conditional request. Retries transient errors with exponential backoff.
 *
 * @param validators of the response known already; empty for none
 * @throws SourceError
 */
export async function getText(address: string, validators: Validators, effects: ClientEffects): Promise<TextResponse> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await requestText(address, validators, effects);
    } catch (error) {
      if (!(error instanceof TransientError)) throw error;
      if (attempt === MAX_ATTEMPTS) throw new SourceError(`${error.reason}, ${MAX_ATTEMPTS} times`, error.fix, { cause: error });
      const delayMs = retryDelayMs(attempt, error.retryAfterMs, effects.random());
      if (delayMs === undefined) throw error;
      await effects.wait(delayMs);
    }
  }
}

async function requestText(address: string, known: Validators, { timeoutSignal, now }: ClientEffects): Promise<TextResponse> {
  try {
    const response = await fetch(address, { headers: requestHeaders(known), signal: timeoutSignal(TIMEOUT_MS) });
    if (response.status === 200) {
      const text = await readLimitedText(response, MAX_RESPONSE_BYTES);
      return { isModified: true, text, validators: validatorsOf(response) };
    }
    // Frees the connection for the next request.
    await response.body?.cancel();
    if (response.status === 304 && (known.etag ?? known.lastModified) !== undefined) return { isModified: false };
    throw statusError(response, now());
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new TransientError(formatNetworkError(error, TIMEOUT_MS), { cause: error });
  }
}

function requestHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    "user-agent": "EconoTimes markets",
    accept: "text/csv, application/json",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

function validatorsOf({ headers }: Response): Validators {
  return { etag: headers.get("etag") ?? undefined, lastModified: headers.get("last-modified") ?? undefined };
}

/** Request Timeout, Too Early, Too Many Requests (RFC 9110, 8470, 6585). All 5xx are transient as well. */
const TRANSIENT_STATUSES = [408, 425, 429];
const FORBIDDEN_STATUSES = [401, 403];

function statusError({ status, headers }: Response, nowMs: number): SourceError {
  const reason = `responds with ${status}`;
  if (TRANSIENT_STATUSES.includes(status) || status >= 500) {
    const retryAfterMs = parseRetryAfterMs(headers.get("retry-after"), nowMs);
    const delay = retryAfterMs === undefined ? "" : ` and asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds`;
    return new TransientError(reason + delay, { retryAfterMs });
  }
  if (FORBIDDEN_STATUSES.includes(status)) {
    return new SourceError(reason, "check the key, if the source needs one, or contact the source");
  }
  return new SourceError(reason, "check `code` in series.yaml");
}

/**
 * Reads a response body as UTF-8, up to a maximum size after decompression.
 *
 * @throws SourceError if the body is larger or not UTF-8
 */
export async function readLimitedText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const texts: string[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    texts.push(decode(decoder, chunk));
  }
  return [...texts, decode(decoder)].join("");
}

function decode(decoder: TextDecoder, chunk?: Uint8Array<ArrayBuffer>): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw unexpectedFormat("is not UTF-8 text", error);
  }
}

function tooLarge(maxBytes: number): SourceError {
  return new SourceError(
    `is larger than ${maxBytes / 1024 / 1024} MiB`,
    "check `code` in series.yaml: no series of figures is so large",
  );
}
