import { readdirSync } from "node:fs";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchManifest } from "../../src/formats/search/search-manifest.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { searchedText } from "../../src/formats/search/search-record.ts";
import { archiveShards } from "../../src/formats/search/shards.ts";
import { vocabularyOf } from "../../src/formats/search/vocabulary.ts";
import { foldWord } from "../../src/formats/search/words.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import { generateArchive } from "../bench/archive/generate-archive.ts";
import { between, type Random, seededRandom } from "../bench/archive/random.ts";
import { misspell } from "../bench/search/misspell.ts";
import { plainText, storyWords } from "../bench/search/story-words.ts";
import { fuzzedQueries } from "../fuzzed-queries.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { openSearchArchive, type SearchedArchive } from "../search-archive.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "./build-site.ts";
import { indexStories } from "./index-stories.ts";

/** So many stories that their index has several files, and that their newest week is a shard of its own. */
const GENERATED_STORIES = 150;
const WEEK = "2001-week-4";
const SHOWN = 20;
/** A prefix of more words is expanded to the shortest ones of each shard, so that results depend on the shards. */
const MAX_EXPANSIONS = 24;

/** Prefixes and misspellings of the names of sections, which not every shard has in the text of a story. */
const NAMES = ["econ", "polit", "techn", "pollitics", "tehcnology", "markte data"];

interface ShardTestOptions {
  /** Queries in words of the stories. */
  readonly queries: number;
  readonly fuzzed: number;
  /** Queries repeated in an archive with nothing loaded. */
  readonly fresh: number;
  readonly seed: string;
}

/** Tests that an archive in shards gives the same results as one that is not. */
export function testShards({ queries, fuzzed, fresh, seed }: ShardTestOptions): void {
  let catalog: Catalog;
  let generated: Catalog;
  /** Both in the shards of a build. Tests that change an index write their own. */
  let archive: string;
  let generatedArchive: string;

  beforeAll(async () => {
    ({ catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF));
    const { contentFolder, asOf } = await generateArchive(GENERATED_STORIES, temporaryFolder());
    ({ catalog: generated } = await readCatalog(contentFolder, asOf));
    archive = await indexStories(catalog, archiveShards(catalog.articles));
    generatedArchive = await indexStories(generated, archiveShards(generated.articles));
  });

  describe("a year with a shard for its newest week", () => {
    it("gives the same results as in one shard, in the same order, with the same counts and corrections", async () => {
      const { articles } = generated;
      expect(archiveShards(articles).map(({ id }) => id)).toEqual([WEEK, "2001"]);
      const [whole, split] = [
        await opened(await indexStories(generated, [{ id: "2001", year: 2001, articles }])),
        await opened(generatedArchive),
      ];
      const sorts = ["relevance", "newest", "oldest"];
      const all = [...drawQueries(generated, queries, `${seed} queries`), ...fuzzedQueries(fuzzed, `${seed} query`)];
      const vocabulary = [...vocabularyOf(articles.map(searchedText)).keys()];
      const compared = all.filter((q) => countExpansions(q, vocabulary) <= MAX_EXPANSIONS);
      expect(compared.length).toBeGreaterThan(queries / 2);
      for (const [number, q] of compared.entries()) {
        const address = { q, sort: sorts[number % sorts.length] ?? "", ...(number % 5 === 0 ? { section: "economy" } : {}) };
        const isCounted = number % 4 === 0;
        const shown = isCounted ? articles.length : SHOWN;
        const [expected, actual] = [await whole.search(address, shown, isCounted), await split.search(address, shown, isCounted)];
        expect.soft(pathsOf(actual), q).toEqual(pathsOf(expected));
        expect.soft({ ...actual, stories: [] }, q).toEqual({ ...expected, stories: [] });
      }
    });

    it("is missing if its week fails to load, and the weeks before answer", async () => {
      const [week, before] = archiveShards(generated.articles);
      const folder = temporaryFolder();
      await cp(generatedArchive, folder, { recursive: true });
      await rm(join(folder, "pagefind", week?.id ?? "", "index"), { recursive: true });
      const [without, rest] = [await opened(folder), await opened(await indexStories(generated, before ? [before] : []))];
      const [q = ""] = drawQueries(generated, 1, seed);
      const answer = await without.search({ q }, GENERATED_STORIES, false);
      expect(answer).toMatchObject({ searched: [], pending: [], missing: [2001], isComplete: true });
      expect(answer.total).toBeGreaterThan(0);
      expect(pathsOf(answer)).toEqual(pathsOf(await rest.search({ q }, GENERATED_STORIES, false)));
    });
  });

  describe("an archive in shards", () => {
    it("gives the same results as in one shard, in the same order", async () => {
      const { articles } = catalog;
      const archives = [await opened(await indexStories(catalog, [{ id: "2026", year: 2026, articles }])), await opened(archive)];
      let compared = 0;
      for (const q of [...NAMES, ...drawQueries(catalog, queries, `${seed} queries`)]) {
        const [whole, split] = await Promise.all(archives.map((archive) => archive.search({ q }, articles.length, false)));
        expect.soft(pathsOf(split), q).toEqual(pathsOf(whole));
        expect.soft([split?.total, split?.matching], q).toEqual([whole?.total, whole?.matching]);
        compared += (whole?.total ?? 0) > 1 ? 1 : 0;
      }
      // One story, or none, has no order.
      expect(compared).toBeGreaterThan(queries / 3);
    });

    it("has universal terms, which match every story and rank none", async () => {
      const { everywhere }: SearchManifest = JSON.parse(await readFile(join(archive, "pagefind/manifest.json"), "utf8"));
      const texts = catalog.articles.map((article) => new Set(storyWords(article)));
      const [first = new Set<string>(), ...others] = texts;
      expect(everywhere).toEqual([...first].filter((word) => others.every((words) => words.has(word))).sort());
      expect(everywhere).toContain("the");
      const searched = await opened(archive);
      const newestFirst = catalog.articles.map(({ path }) => path);
      expect(pathsOf(await searched.search({ q: everywhere.join(" ") }, newestFirst.length, false))).toEqual(newestFirst);
      const alone = await searched.search({ q: "oil" }, newestFirst.length, false);
      expect(alone.total).toBeGreaterThan(1);
      expect(pathsOf(await searched.search({ q: "the oil" }, newestFirst.length, false))).toEqual(pathsOf(alone));
      expect((await searched.search({ q: "oil -the" }, newestFirst.length, false)).total).toBe(0);
    });

    it("gives the same results whatever has been searched for before", async () => {
      // The index has a file for each part of the alphabet.
      expect(readdirSync(join(generatedArchive, "pagefind/2001/index")).length).toBeGreaterThan(5);
      const used = await opened(generatedArchive);
      const all = drawQueries(generated, queries, `${seed} queries`);
      for (const q of all) await used.search({ q }, 1, false);
      for (const q of all.slice(0, fresh)) {
        const cold = await openSearchArchive(generatedArchive);
        const [now, later] = [await cold.search({ q }, SHOWN, false), await used.search({ q }, SHOWN, false)];
        cold.close();
        expect.soft([later.total, pathsOf(later)], q).toEqual([now.total, pathsOf(now)]);
      }
    });
  });
}

async function opened(folder: string): Promise<SearchedArchive> {
  const archive = await openSearchArchive(folder);
  onTestFinished(() => archive.close());
  return archive;
}

/** Consecutive words of a story. */
function passage(words: readonly string[], length: number, random: Random): string {
  const start = between(random, 0, words.length - length);
  return words.slice(start, start + length).join(" ");
}

/** Queries of every kind, in words of the stories. */
function drawQueries({ articles }: Catalog, count: number, seed: string): readonly string[] {
  const random = seededRandom(seed);
  const texts = articles.map((article) => plainText(article).match(/\p{L}+/gu) ?? []);
  const words = (length = 1) => passage(texts[between(random, 0, texts.length - 1)] ?? [], length, random);
  const misspelt = (length: number): string => {
    const text = words(length);
    return /\p{L}{4}/u.test(text) ? misspell(text, random) : text;
  };
  const kinds = [
    () => words(),
    () => `${words()} ${words()}`,
    () => words(2),
    () => `“${words(2)}”`,
    () => `"${words(3)}" ${words()}`,
    () => `${words()} -${words()}`,
    () => `${words()} -"${words(2)}"`,
    () => words().slice(0, 4),
    () => words(5),
    () => misspelt(1),
    () => misspelt(2),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? "");
}

/** The number of words that have the last word of a query as their prefix. */
function countExpansions(q: string, vocabulary: readonly string[]): number {
  const prefix = parseQuery(q).terms.find(({ isPrefix }) => isPrefix);
  return prefix ? vocabulary.filter((word) => word.startsWith(foldWord(prefix.word))).length : 0;
}

const pathsOf = (answer: SearchAnswer | undefined) => answer?.stories.map(({ path }) => path);
