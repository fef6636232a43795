import { describe, expect, it } from "vitest";
import { parseRetryAfterMs, retryDelayMs } from "../../src/lib/retry-delay.ts";
import { readLimitedText } from "../../src/markets/sources/http-client.ts";
import { sourceKeys } from "../../src/node/ingest/markets/update/fetch-series.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("the retry delay", () => {
  it("doubles, with half of it jitter", () => {
    expect([1, 2, 3].map((failed) => retryDelayMs(failed, undefined, 0))).toEqual([500, 1000, 2000]);
    expect([1, 2, 3].map((failed) => retryDelayMs(failed, undefined, 1))).toEqual([1000, 2000, 4000]);
  });

  it("is not shorter than Retry-After", () => {
    expect(retryDelayMs(1, 20_000, 1)).toBe(20_000);
    expect(retryDelayMs(3, 100, 1)).toBe(4000);
  });

  it("is undefined if Retry-After is more than a minute", () => {
    expect(retryDelayMs(1, 60_000, 0)).toBe(60_000);
    expect(retryDelayMs(1, 61_000, 0)).toBeUndefined();
  });
});

it.each([
  ["120", 120_000],
  ["Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
  ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  [null, undefined],
])("Retry-After: %s is parsed to milliseconds from now", (header, ms) => {
  expect(parseRetryAfterMs(header, NOW)).toBe(ms);
});

describe("a size-limited text", () => {
  it("may be as large as the limit, with characters split over chunks", async () => {
    const bytes = new TextEncoder().encode("1982–84 = 100");
    const pieces = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readLimitedText(new Response(pieces), bytes.length)).toBe("1982–84 = 100");
  });

  it("is not read beyond the limit", async () => {
    let read = 0;
    let isClosed = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        read += 1;
        controller.enqueue(new Uint8Array(1024));
      },
      cancel: () => {
        isClosed = true;
      },
    });
    await expect(readLimitedText(new Response(endless), 1024 * 1024)).rejects.toThrow("is larger than 1 MiB");
    expect(read).toBeLessThan(1030);
    expect(isClosed).toBe(true);
  });

  it("must not end within a character", async () => {
    await expect(readLimitedText(new Response(Uint8Array.of(0xe2, 0x80)), 10)).rejects.toThrow("is not UTF-8 text");
  });
});

it("keys come from the environment; empty ones are ignored", () => {
  expect(sourceKeys({ EIA_API_KEY: "abc\n", FRED_API_KEY: "x" })).toEqual({ eia: "abc" });
  expect(sourceKeys({ EIA_API_KEY: " " })).toEqual({});
});
