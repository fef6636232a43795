import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ENGINE, EVERYWHERE, VOCABULARY, VOLUME } from "../../src/build/search/volume-cache.ts";
import { volumeSource } from "../../src/build/search/volume-source.ts";
import { writeVolume } from "../../src/build/search/write-volume.ts";
import type { Catalog } from "../../src/newsroom/catalog.ts";
import { type ArchiveVolume, archiveVolumes } from "../../src/newsroom/search/archive-volumes.ts";
import type { SearchAnswer } from "../../src/newsroom/search/search-answer.ts";
import { type SearchManifest, type SearchVolume, searchManifest } from "../../src/newsroom/search/search-manifest.ts";
import { generateArchive } from "../bench/archive/generate-archive.ts";
import { between, type Random, seededRandom } from "../bench/archive/random.ts";
import { plainText, storyWords } from "../bench/search/story-words.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog, UNTOLD_STEP } from "../read-catalog.ts";
import { type SearchedArchive, searchedArchive } from "../search-archive.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "./build-site.ts";

const QUERIES = 200;
/** Generated stories: so many that their index has several files. */
const MANY = 120;
const ASKED_BEFORE = 100;
const FRESH = 25;
const SHOWN = 20;

let catalog: Catalog;

beforeAll(async () => {
  ({ catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF));
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
  for (const { year, articles } of volumes) {
    const source = volumeSource(articles, "en-GB", new Map());
    await writeVolume(source, join(work, String(year)), UNTOLD_STEP);
    await cp(join(work, String(year), ENGINE), index, { recursive: true });
    await cp(join(work, String(year), VOLUME), join(index, String(year)), { recursive: true });
    const vocabulary = readdirSync(join(work, String(year), VOLUME, VOCABULARY)).map((file) => file.replace(".txt", ""));
    everywhere.push(JSON.parse(await readFile(join(work, String(year), EVERYWHERE), "utf8")));
    listed.push({ year, stories: articles.length, fingerprint: source.fingerprint, vocabulary });
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

const pathsOf = (answer: SearchAnswer | undefined) => answer?.stories.map(({ path }) => path);

describe("an archive in volumes", () => {
  it("answers as it would in one: the same stories, in the same order", async () => {
    const { articles } = catalog;
    const archives = [
      await opened(await indexed(catalog, [{ year: 2026, articles }])),
      await opened(await indexed(catalog, archiveVolumes(articles))),
    ];
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
    const folder = await indexed(catalog, archiveVolumes(catalog.articles));
    const { everywhere }: SearchManifest = JSON.parse(await readFile(join(folder, "pagefind/manifest.json"), "utf8"));
    const texts = catalog.articles.map((article) => new Set(storyWords(article)));
    const [first = new Set<string>(), ...others] = texts;
    expect(everywhere).toEqual([...first].filter((word) => others.every((words) => words.has(word))).sort());
    expect(everywhere).toContain("the");
    const archive = await opened(folder);
    const newestFirst = catalog.articles.map(({ path }) => path);
    expect(pathsOf(await archive.ask({ q: everywhere.join(" ") }, newestFirst.length, false))).toEqual(newestFirst);
    const alone = await archive.ask({ q: "oil" }, newestFirst.length, false);
    expect(alone.total).toBeGreaterThan(1);
    expect(pathsOf(await archive.ask({ q: "the oil" }, newestFirst.length, false))).toEqual(pathsOf(alone));
    expect((await archive.ask({ q: "oil -the" }, newestFirst.length, false)).total).toBe(0);
  });

  it("answers the same whatever has been asked before", async () => {
    const { contentFolder, asOf } = await generateArchive(MANY, temporaryFolder());
    const { catalog } = await readCatalog(contentFolder, asOf);
    const folder = await indexed(catalog, archiveVolumes(catalog.articles));
    // The index has a file for each part of the alphabet.
    expect(readdirSync(join(folder, "pagefind/2001/index")).length).toBeGreaterThan(5);
    const used = await opened(folder);
    const all = queries(catalog).slice(0, ASKED_BEFORE);
    for (const q of all) await used.ask({ q }, 1, false);
    for (const q of all.slice(0, FRESH)) {
      const fresh = await searchedArchive(folder);
      const [now, later] = [await fresh.ask({ q }, SHOWN, false), await used.ask({ q }, SHOWN, false)];
      fresh.close();
      expect.soft([later.total, pathsOf(later)], q).toEqual([now.total, pathsOf(now)]);
    }
  });
});
