import { describe, expect, it } from "vitest";
import { ESCAPING, PAYLOADS } from "../hostile-corpus.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { firstDifference, itIsLikeItsHarmlessTwin } from "./hostile-publication.ts";
import { ACCEPTED, hostileBodies, hostileSite } from "./hostile-site.ts";
import { visitPages, visitWithoutPolicy } from "./hostile-visit.ts";
import { pageStructure } from "./page-structure.ts";

it("the corpus has more than 300 payloads, and fields accept more than 300", () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(300);
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(300);
});

it.each(ESCAPING)("%s is detected in a page that does not escape it", (payload) => {
  const page = (text: string) => pageStructure(`<!DOCTYPE html><title>x</title><p title="x">${text}</p>`);
  const { skeleton, dangers } = page(payload);
  expect(firstDifference(skeleton, page("x").skeleton) ?? dangers[0]).toBeDefined();
});

it("a script that runs in a page is detected", async () => {
  const { page, taken } = await visitWithoutPolicy(temporaryFolder());
  await page.setContent("<img src=x: onerror=taken()>");
  await expect.poll(() => taken).toContain("about:blank: ran a payload");
  await page.setContent('<svg onload="alert(1)">');
  await expect.poll(() => taken).toContain("about:blank: opened a dialog");
});

/**
 * Every fourth payload is in the content, and a few in the settings, which stand on every page. The long tests have all of
 * them in both.
 */
describe("a publication with hostile content and settings", () => {
  const sample = (texts: readonly string[]): readonly string[] => texts.filter((_, index) => index % 4 === 0);
  const { content, series, titles } = hostileSite(sample(ACCEPTED), hostileBodies(sample(PAYLOADS)));
  const { settings } = hostileSite(ACCEPTED.filter((_, index) => index % 30 === 0));
  const publication = itIsLikeItsHarmlessTwin({ content, series: (disguise) => series(disguise, 10), settings }, titles);

  it("runs nothing in a browser that no policy protects: two pages of every kind, search, and highlights", async () => {
    const queries = PAYLOADS.filter((_, index) => index % 80 === 0);
    expect(await visitPages(publication(), twoOfEveryKind(publication().pages), queries)).toEqual([]);
  });
});

/** The first two and no more of the pages whose paths differ by numbers alone. */
function twoOfEveryKind(pages: readonly string[]): readonly string[] {
  const kinds = Map.groupBy(pages, (path) => path.replace(/\d+/g, "0"));
  return [...kinds.values()].flatMap((paths) => paths.slice(0, 2));
}
