import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import { type SearchManifest, type SearchVolume, searchManifest } from "../../src/formats/search/search-manifest.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { searchedText } from "../../src/formats/search/search-record.ts";
import { type ArchiveVolume, archiveVolumes } from "../../src/formats/search/shards.ts";
import { vocabularyOf } from "../../src/formats/search/vocabulary.ts";
import { foldWord } from "../../src/formats/search/words.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import { ENGINE, EVERYWHERE, VOCABULARY, VOLUME } from "../../src/node/publish/search/shard-cache.ts";
import { volumeSource } from "../../src/node/publish/search/shard-source.ts";
import { writeVolume } from "../../src/node/publish/search/write-shard.ts";
import { generateArchive } from "../bench/archive/generate-archive.ts";
import { between, type Random, seededRandom } from "../bench/archive/random.ts";
import { plainText, storyWords } from "../bench/search/story-words.ts";
import { fuzzedQuery } from "../fuzzed-queries.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog, UNTOLD_STEP } from "../read-catalog.ts";
import { type SearchedArchive, searchedArchive } from "../search-archive.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "./build-site.ts";

const QUERIES = 200;
/** Generated stories: so many that their index has several files, and that their newest week is a volume of its own. */
const MANY = 150;
const WEEK = "2001-week-4";
const ASKED_BEFORE = 100;
const FRESH = 25;
const SHOWN = 20;
const FUZZED = 100;
/** Of a beginning that more words have, each volume finds those of its shortest words. */
const MOST_WORDS_BEGUN = 24;

let catalog: Catalog;
let generated: Catalog;
/** Both in the volumes that a build writes of them. Tests that change an index write one of their own. */
let archive: string;
let generatedArchive: string;

beforeAll(async () => {
  ({ catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF));
  const { contentFolder, asOf } = await generateArchive(MANY, temporaryFolder());
  ({ catalog: generated } = await readCatalog(contentFolder, asOf));
  archive = await indexed(catalog, archiveVolumes(catalog.articles));
  generatedArchive = await indexed(generated, archiveVolumes(generated.articles));
});

async function opened(folder: string): Promise<SearchedArchive> {
  const archive = await searchedArchive(folder);
  onTestFinished(() => archive.close());
  return archive;
}

/** Indexes stories in these volumes, whatever their dates. */
async function indexed(catalog: Catalog, volumes: readonly ArchiveVolume[]): Promise<string> {
  const [folder, work] = [temporaryFolder(), temporaryFolder()];
  const index = join(folder, "pagefind");
  const listed: SearchVolume[] = [];
  const everywhere: string[][] = [];
  await mkdir(index);
  for (const { id, year, articles } of volumes) {
    const source = volumeSource(articles, "en-GB", new Map());
    await writeVolume(source, join(work, id), UNTOLD_STEP);
    await cp(join(work, id, ENGINE), index, { recursive: true });
    await cp(join(work, id, VOLUME), join(index, id), { recursive: true });
    const vocabulary = readdirSync(join(work, id, VOLUME, VOCABULARY)).map((file) => file.replace(".txt", ""));
    everywhere.push(JSON.parse(await readFile(join(work, id, EVERYWHERE), "utf8")));
    listed.push({ id, year, stories: articles.length, fingerprint: source.fingerprint, vocabulary });
  }
  await writeFile(join(index, "manifest.json"), JSON.stringify(searchManifest(catalog, listed, everywhere, [])));
  return folder;
}

/** Words as a story has them, one after the other. */
function stretch(words: readonly string[], length: number, random: Random): string {
  const start = between(random, 0, words.length - length);
  return words.slice(start, start + length).join(" ");
}

/** Queries of every kind, in words drawn from the stories. */
function queries({ articles }: Catalog): readonly string[] {
  const random = seededRandom("queries");
  const texts = articles.map((article) => plainText(article).match(/\p{L}+/gu) ?? []);
  const words = (length = 1) => stretch(texts[between(random, 0, texts.length - 1)] ?? [], length, random);
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
  ];
  return Array.from({ length: QUERIES }, (_, index) => kinds[index % kinds.length]?.() ?? "");
}

/** How many words of a vocabulary the last of a query may be the beginning of. */
function wordsBegunIn(q: string, vocabulary: readonly string[]): number {
  const beginning = parseQuery(q).terms.find(({ isBeginning }) => isBeginning);
  return beginning ? vocabulary.filter((word) => word.startsWith(foldWord(beginning.word))).length : 0;
}

const pathsOf = (answer: SearchAnswer | undefined) => answer?.stories.map(({ path }) => path);

describe("a year with its newest week in a volume of its own", () => {
  it("answers as it would in one: the same stories, in the same order, with the same counts and corrections", async () => {
    const { articles } = generated;
    expect(archiveVolumes(articles).map(({ id }) => id)).toEqual([WEEK, "2001"]);
    const [whole, parted] = [
      await opened(await indexed(generated, [{ id: "2001", year: 2001, articles }])),
      await opened(generatedArchive),
    ];
    const sorts = ["relevance", "newest", "oldest"];
    const asked = [...queries(generated), ...Array.from({ length: FUZZED }, (_, number) => fuzzedQuery(number))];
    const vocabulary = [...vocabularyOf(articles.map(searchedText)).keys()];
    const compared = asked.filter((q) => wordsBegunIn(q, vocabulary) <= MOST_WORDS_BEGUN);
    expect(compared.length).toBeGreaterThan(QUERIES);
    for (const [number, q] of compared.entries()) {
      const address = { q, sort: sorts[number % sorts.length] ?? "", ...(number % 5 === 0 ? { section: "economy" } : {}) };
      const isCounted = number % 4 === 0;
      const shown = isCounted ? articles.length : SHOWN;
      const [one, two] = [await whole.ask(address, shown, isCounted), await parted.ask(address, shown, isCounted)];
      expect.soft(pathsOf(two), q).toEqual(pathsOf(one));
      expect.soft({ ...two, stories: [] }, q).toEqual({ ...one, stories: [] });
    }
  });

  it("is missing where its week cannot be loaded, and what is before that answers", async () => {
    const [week, before] = archiveVolumes(generated.articles);
    const folder = temporaryFolder();
    await cp(generatedArchive, folder, { recursive: true });
    await rm(join(folder, "pagefind", week?.id ?? "", "index"), { recursive: true });
    const [without, rest] = [await opened(folder), await opened(await indexed(generated, before ? [before] : []))];
    const q = queries(generated)[0] ?? "";
    const answer = await without.ask({ q }, MANY, false);
    expect(answer).toMatchObject({ searched: [], pending: [], missing: [2001], isComplete: true });
    expect(answer.total).toBeGreaterThan(0);
    expect(pathsOf(answer)).toEqual(pathsOf(await rest.ask({ q }, MANY, false)));
  });
});

describe("an archive in volumes", () => {
  it("answers as it would in one: the same stories, in the same order", async () => {
    const { articles } = catalog;
    const archives = [await opened(await indexed(catalog, [{ id: "2026", year: 2026, articles }])), await opened(archive)];
    let compared = 0;
    for (const q of queries(catalog)) {
      const [whole, parted] = await Promise.all(archives.map((archive) => archive.ask({ q }, articles.length, false)));
      expect.soft(pathsOf(parted), q).toEqual(pathsOf(whole));
      expect.soft([parted?.total, parted?.holds], q).toEqual([whole?.total, whole?.holds]);
      compared += (whole?.total ?? 0) > 1 ? 1 : 0;
    }
    // Of one story, or none, there is no order.
    expect(compared).toBeGreaterThan(QUERIES / 2);
  });

  it("knows the words that every story has, which find all of them and rank none", async () => {
    const { everywhere }: SearchManifest = JSON.parse(await readFile(join(archive, "pagefind/manifest.json"), "utf8"));
    const texts = catalog.articles.map((article) => new Set(storyWords(article)));
    const [first = new Set<string>(), ...others] = texts;
    expect(everywhere).toEqual([...first].filter((word) => others.every((words) => words.has(word))).sort());
    expect(everywhere).toContain("the");
    const searched = await opened(archive);
    const newestFirst = catalog.articles.map(({ path }) => path);
    expect(pathsOf(await searched.ask({ q: everywhere.join(" ") }, newestFirst.length, false))).toEqual(newestFirst);
    const alone = await searched.ask({ q: "oil" }, newestFirst.length, false);
    expect(alone.total).toBeGreaterThan(1);
    expect(pathsOf(await searched.ask({ q: "the oil" }, newestFirst.length, false))).toEqual(pathsOf(alone));
    expect((await searched.ask({ q: "oil -the" }, newestFirst.length, false)).total).toBe(0);
  });

  it("answers the same whatever has been asked before", async () => {
    // The index has a file for each part of the alphabet.
    expect(readdirSync(join(generatedArchive, "pagefind/2001/index")).length).toBeGreaterThan(5);
    const used = await opened(generatedArchive);
    const all = queries(generated).slice(0, ASKED_BEFORE);
    for (const q of all) await used.ask({ q }, 1, false);
    for (const q of all.slice(0, FRESH)) {
      const fresh = await searchedArchive(generatedArchive);
      const [now, later] = [await fresh.ask({ q }, SHOWN, false), await used.ask({ q }, SHOWN, false)];
      fresh.close();
      expect.soft([later.total, pathsOf(later)], q).toEqual([now.total, pathsOf(now)]);
    }
  });
});
