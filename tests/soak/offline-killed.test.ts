import { describe, inject, it } from "vitest";
import { between, type Random, seededRandom } from "../bench/archive/random.ts";
import { type Kill, killedDownloads } from "../browser/killed-downloads.ts";

const TIMES = 10;
/** Kills of the browser while it stores the edition, after all requests. */
const TIMES_AT_END = 2;

/** Every kill stops a download that was resumed: together they must not reach its end. */
function randomKills(random: Random): readonly Kill[] {
  return Array.from({ length: TIMES }, (_, index) => ({
    after: index < TIMES - TIMES_AT_END ? between(random, 1, 10) / 100 : "last request",
    delayMs: between(random, 0, 50),
  }));
}

describe("a browser that is killed again and again", () => {
  const run = killedDownloads();

  it(`${TIMES} times in a download and ${TIMES} times in an update has one complete edition or none, and completes both`, () => {
    const random = seededRandom(`${inject("seed")} killed`);
    return run({ download: randomKills(random), update: randomKills(random) });
  });
});
