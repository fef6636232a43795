import { describe, expect, it } from "vitest";
import { mapConcurrent } from "../../src/lib/map-concurrent.ts";

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("mapConcurrent", () => {
  it("returns results in the order of the items, whichever finishes first", async () => {
    const run = async (ms: number) => {
      await wait(ms);
      return ms;
    };
    expect(await mapConcurrent([12, 1, 6], 3, run)).toEqual([12, 1, 6]);
  });

  it("runs no more than the given number at a time", async () => {
    let running = 0;
    let peak = 0;
    await mapConcurrent(Array.from({ length: 9 }), 2, async () => {
      running += 1;
      peak = Math.max(peak, running);
      await wait(1);
      running -= 1;
    });
    expect(peak).toBe(2);
  });

  it("starts nothing after a rejection, and rejects once what is running has ended", async () => {
    const ended: number[] = [];
    const run = async (item: number) => {
      if (item === 1) throw new Error("refused");
      await wait(2);
      ended.push(item);
    };
    await expect(mapConcurrent([0, 1, 2, 3], 2, run)).rejects.toThrow("refused");
    expect(ended).toEqual([0]);
  });
});
