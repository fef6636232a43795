import { join } from "node:path";
import { expect, it } from "vitest";
import { searchedText } from "../../src/formats/search/search-record.ts";
import { INLINE_ELEMENTS } from "../../src/formats/search/text-elements.ts";
import { decodeEntities } from "../../src/lib/html-entities.ts";
import { between, seededRandom } from "../bench/archive/random.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { openSearchArchive } from "../search-archive.ts";
import { ROOT } from "./build-site.ts";

/** What the search leaves out of a story, as its text has it elsewhere. */
const UNSEARCHED = /<blockquote class="pull-quote">.*?<\/blockquote>|<(sup|a)[^>]*class="footnote-[^>]*>.*?<\/\1>/gs;
const INLINE_TAG = new RegExp(`</?(?:${INLINE_ELEMENTS.join("|")})(?: [^>]*)?>`, "g");
/** But for the minus sign of a figure. */
const PUNCTUATION_AROUND = /^(?![-−]\p{Sc}?\p{Nd})[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The stories with each piece of text between white space, without the punctuation around it. */
async function writtenPieces(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF);
  const pieces = new Map<string, Set<string>>();
  for (const article of catalog.articles) {
    const html = searchedText(article)
      .replace(UNSEARCHED, "")
      .replace(INLINE_TAG, "")
      .replace(/<[^>]*>/g, " ");
    for (const written of decodeEntities(html).split(/\s+/)) {
      const piece = written.replace(PUNCTUATION_AROUND, "");
      if (piece !== "") pieces.set(piece, (pieces.get(piece) ?? new Set()).add(article.path));
    }
  }
  return pieces;
}

/**
 * Tests that every word, compound and figure of the shipped stories finds them as it is written, with and without quotation
 * marks.
 *
 * @param count how many to draw with the seed
 */
export function testAsWritten(siteFolder: string, count: number, seed: string): void {
  it("finds a story by each of its words, compounds and figures as they are written", async () => {
    const random = seededRandom(seed);
    const left = [...(await writtenPieces())];
    const drawn = Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(between(random, 0, left.length - 1), 1),
    ).flat();
    const archive = await openSearchArchive(siteFolder);
    for (const [piece, paths] of drawn) {
      for (const q of [piece, `"${piece}"`]) {
        const { stories, matching } = await archive.search({ q }, Number.POSITIVE_INFINITY, false);
        const found = new Set(matching === "all" ? stories.map(({ path }) => path as string) : []);
        expect.soft([...paths.difference(found)], q).toEqual([]);
      }
    }
    archive.close();
    expect(drawn.length).toBeGreaterThan(0);
  });
}
