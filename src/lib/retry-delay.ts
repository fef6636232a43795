const BASE_DELAY_MS = 1000;
/** A host that asks for a longer delay is not retried. */
const MAX_DELAY_MS = 60_000;

/**
 * The delay before a retry: exponential backoff with jitter, at least what `Retry-After` asks for.
 *
 * @param failed how many attempts have failed, from 1
 * @param retryAfterMs as `parseRetryAfterMs` returns it
 * @param random a number from 0 up to 1
 * @returns milliseconds; undefined if the delay would be too long
 */
export function retryDelayMs(failed: number, retryAfterMs: number | undefined, random: number): number | undefined {
  const fullMs = BASE_DELAY_MS * 2 ** (failed - 1);
  const delayMs = Math.max(fullMs / 2 + (random * fullMs) / 2, retryAfterMs ?? 0);
  return delayMs > MAX_DELAY_MS ? undefined : Math.round(delayMs);
}

/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): seconds or a date.
 *
 * @param nowMs epoch ms
 * @returns milliseconds from now; undefined if the header is missing or malformed
 */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
