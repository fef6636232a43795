import { readdirSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { seededRandom } from "../bench/archive/random.ts";
import { buildSite, differences, readTree } from "../site/build-site.ts";
import { killedAt, twoEditions } from "../site/two-editions.ts";

const KILLS = 24;

it("a build that is killed at any moment leaves the previous or the next edition complete, and the next build cleans up", async () => {
  const random = seededRandom(`${inject("seed")} kills`);
  const editions = await twoEditions();
  const complete = editions.published().out;
  expect(await buildSite([...editions.flags, "--out", complete])).toMatchObject({ code: 0, stderr: "" });
  const next = readTree(complete);
  let previous = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { parent, out } = editions.published();
    // Once in every twenty-fourth of a build, at a random moment within it.
    const moment = ((kill + random()) / KILLS) * editions.buildMs;
    const { code } = await killedAt(moment, editions, out);
    const left = readTree(out);
    const edition = [editions.previous, next].findIndex((known) => differences(known, left).length === 0);
    expect(edition, `killed after ${moment} ms of ${editions.buildMs}`).not.toBe(-1);
    if (code === 0) expect(edition).toBe(1);
    if (edition === 0) previous += 1;
    if (kill % 8 === 7) {
      expect(await buildSite([...editions.flags, "--out", out])).toMatchObject({ code: 0, stderr: "" });
      expect(differences(next, readTree(out))).toEqual([]);
      expect(readdirSync(parent)).toEqual(["site"]);
    }
  }
  expect(previous).toBeGreaterThan(0);
});
