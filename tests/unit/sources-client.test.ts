import { describe, expect, it } from "vitest";
import { backOff, retryAfter } from "../../src/markets/sources/back-off.ts";
import { limitedText } from "../../src/markets/sources/limited-text.ts";
import { sourceKeys } from "../../src/node/ingest/markets/update/source-keys.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("the pause before another attempt", () => {
  it("doubles, and is half chance", () => {
    expect([1, 2, 3].map((failed) => backOff(failed, undefined, 0))).toEqual([500, 1000, 2000]);
    expect([1, 2, 3].map((failed) => backOff(failed, undefined, 1))).toEqual([1000, 2000, 4000]);
  });

  it("is not shorter than the source asks for", () => {
    expect(backOff(1, 20_000, 1)).toBe(20_000);
    expect(backOff(3, 100, 1)).toBe(4000);
  });

  it("is not made where the source asks for more than a minute", () => {
    expect(backOff(1, 60_000, 0)).toBe(60_000);
    expect(backOff(1, 61_000, 0)).toBeUndefined();
  });
});

it.each([
  ["120", 120_000],
  ["Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
  ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  [null, undefined],
])("Retry-After: %s is so many milliseconds from now", (header, ms) => {
  expect(retryAfter(header, NOW)).toBe(ms);
});

describe("a limited text", () => {
  it("may be as large as the limit, letters in two pieces included", async () => {
    const bytes = new TextEncoder().encode("1982–84 = 100");
    const pieces = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await limitedText(new Response(pieces), bytes.length)).toBe("1982–84 = 100");
  });

  it("is read no further than its limit", async () => {
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
    await expect(limitedText(new Response(endless), 1024 * 1024)).rejects.toThrow("is larger than 1 MiB");
    expect(read).toBeLessThan(1030);
    expect(isClosed).toBe(true);
  });

  it("ends with a whole letter", async () => {
    await expect(limitedText(new Response(Uint8Array.of(0xe2, 0x80)), 10)).rejects.toThrow("is not text in UTF-8");
  });
});

it("keys come from the environment, empty ones from nowhere", () => {
  expect(sourceKeys({ EIA_API_KEY: "abc\n", FRED_API_KEY: "x" })).toEqual({ eia: "abc" });
  expect(sourceKeys({ EIA_API_KEY: " " })).toEqual({});
});
