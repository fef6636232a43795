const FIRST_DELAY_MS = 1000;
/** Whoever asks us to come back later than this is told of, and not waited for. */
const LONGEST_DELAY_MS = 60_000;

/**
 * How long to wait before a request is tried again: twice as long each time, and half of that by chance, so that
 * requests that failed together do not come back together. A source that names a time is not asked before it.
 *
 * @param failed how many attempts have failed, from 1
 * @param retryAfterMs what the source has asked for
 * @param random a number from 0 up to 1
 * @returns milliseconds, or undefined where that is too long to wait
 */
export function backOff(failed: number, retryAfterMs: number | undefined, random: number): number | undefined {
  const fullMs = FIRST_DELAY_MS * 2 ** (failed - 1);
  const delayMs = Math.max(fullMs / 2 + (random * fullMs) / 2, retryAfterMs ?? 0);
  return delayMs > LONGEST_DELAY_MS ? undefined : Math.round(delayMs);
}

/**
 * The `Retry-After` of an answer (RFC 9110, section 10.2.3): seconds, or a date.
 *
 * @param nowMs in milliseconds since 1970
 * @returns milliseconds from now; undefined where nothing is said, or nonsense
 */
export function retryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
