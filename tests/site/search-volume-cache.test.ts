import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { settings } from "../../_data/site.ts";
import { BuildReport, type StepReport } from "../../src/build/build-report.ts";
import { configureSite } from "../../src/build/configure-site.ts";
import { checkVolume } from "../../src/build/search/check-volume.ts";
import { VOLUME, VolumeCache } from "../../src/build/search/volume-cache.ts";
import { type VolumeSource, volumeSource } from "../../src/build/search/volume-source.ts";
import { writeSearch } from "../../src/build/search/write-search.ts";
import { writeVolume } from "../../src/build/search/write-volume.ts";
import { readWritten } from "../../src/build/search/written-volume.ts";
import type { Article } from "../../src/newsroom/article.ts";
import { buildCatalog } from "../../src/newsroom/catalog.ts";
import type { SearchRecord } from "../../src/newsroom/search/search-record.ts";
import { UNTOLD_STEP } from "../read-catalog.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ECONOMY, POLITICS, story } from "../unit/sample-story.ts";
import { differences, readTree, writeTree } from "./build-site.ts";

const OLD = story({ slug: "old", published: "2025-03-01T12:00:00-05:00", title: "An old story of bonds" });
const NEW = story({ slug: "new", published: "2026-03-01T12:00:00-05:00", title: "A new story of shares" });
const NEWER = story({ slug: "newer", published: "2026-04-01T12:00:00-05:00", title: "A newer story of oil" });

/** Writes the search of these stories, and says of each year's step whether it was cached. */
async function written(articles: readonly Article[], cache: string, language = settings.language) {
  const folder = temporaryFolder();
  const notes: Record<string, string> = {};
  const step = ({ name, note }: StepReport): void => {
    notes[name] = note ?? "indexed";
  };
  const progress = () => ({ expect: () => {}, update: () => {}, done: () => {} });
  const report = new BuildReport({ progress, step, notice: () => {}, finished: () => {} });
  const site = { ...configureSite(settings, undefined), language };
  const publication = { name: "P", description: "P", sections: [POLITICS, ECONOMY] };
  const catalog = buildCatalog(articles, DateTime.fromISO("2026-11-22T12:00:00Z"), publication);
  await writeSearch({ catalog, site, gallery: new Map(), markets: { series: [], eventually: new Map() } }, folder, cache, report);
  return { notes, tree: readTree(folder) };
}

describe("the volume of a year", () => {
  it("is taken from the cache when its stories have not changed, the same to the byte", async () => {
    const cache = temporaryFolder();
    const before = await written([NEW, OLD], cache);
    expect(before.notes).toEqual({ "search 2026": "indexed", "search 2025": "indexed" });
    const after = await written([NEWER, NEW, OLD], cache);
    expect(after.notes).toEqual({ "search 2026": "indexed", "search 2025": "cached" });
    expect(differences(before.tree, after.tree).filter((path) => path.startsWith("2025/"))).toEqual([]);
    const afresh = await written([NEWER, NEW, OLD], temporaryFolder());
    expect(differences(after.tree, afresh.tree)).toEqual([]);
  });

  it("is indexed anew when a story of it says something else", async () => {
    const cache = temporaryFolder();
    await written([NEW, OLD], cache);
    const { notes } = await written([NEW, { ...OLD, keyPoints: ["Bonds have a maturity."] }], cache);
    expect(notes).toEqual({ "search 2026": "cached", "search 2025": "indexed" });
    expect((await written([NEW, OLD], cache)).notes).toEqual({ "search 2026": "cached", "search 2025": "cached" });
  });

  it("is indexed anew when the settings are others", async () => {
    const cache = temporaryFolder();
    await written([NEW, OLD], cache);
    const { notes } = await written([NEW, OLD], cache, "de-CH");
    expect(notes).toEqual({ "search 2026": "indexed", "search 2025": "indexed" });
  });
});

describe("an index", () => {
  const source = volumeSource([NEWER, NEW], "en-GB", new Map());

  it("that Pagefind cannot write fails the build, and is not kept", async () => {
    const folder = temporaryFolder();
    const cache = await VolumeCache.open(folder);
    const faulty = { ...source, records: [...source.records, { content: "Neither a file nor an address." } as SearchRecord] };
    await expect(cache.use("2026-a", (unfinished) => writeVolume(faulty, unfinished, UNTOLD_STEP))).rejects.toThrow(
      /Pagefind could not index the stories/,
    );
    expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual([]);
  });

  it("that lacks a story, or does not find one by its headline, fails the build", async () => {
    const folder = temporaryFolder();
    await writeVolume(source, folder, UNTOLD_STEP);
    const written = join(temporaryFolder(), "whole");
    for (const part of [VOLUME, "engine"]) writeTree(written, readTree(join(folder, part)));
    const check = (records: VolumeSource["records"]) => readWritten(written, (volume) => checkVolume(volume, records));
    await expect(check(source.records)).resolves.toBeUndefined();
    const three = volumeSource([NEWER, NEW, OLD], "en-GB", new Map()).records;
    await expect(check(three)).rejects.toThrow("holds 2 stories and not 3");
    const others = volumeSource([OLD, NEW], "en-GB", new Map()).records;
    await expect(check(others)).rejects.toThrow(/does not find \/2025\/03\/01\/old\/\S* by its headline/);
  });
});

describe("the cache of volumes", () => {
  const half = async (unfinished: string): Promise<void> => {
    writeTree(unfinished, [["volume/half", "half"]]);
    throw new Error("Interrupted");
  };
  const whole = async (unfinished: string): Promise<void> => writeTree(unfinished, [["volume/whole", "whole"]]);

  it("keeps nothing of an index that was interrupted, and the next is whole", async () => {
    const folder = temporaryFolder();
    const cache = await VolumeCache.open(folder);
    await expect(cache.use("2026-a", half)).rejects.toThrow("Interrupted");
    const made = await cache.use("2026-a", whole);
    expect(made.isNew).toBe(true);
    expect([...readTree(folder).keys()]).toEqual(["2026-a/volume/whole"]);
  });

  it("clears away what a build left that was killed, and nothing of one that is running", async () => {
    const folder = temporaryFolder();
    const killed = spawnSync(process.execPath, ["-e", ""]).pid;
    mkdirSync(join(folder, `.2026-a.${killed}`));
    mkdirSync(join(folder, `.2026-a.${process.ppid}`));
    await VolumeCache.open(folder);
    expect(readdirSync(folder)).toEqual([`.2026-a.${process.ppid}`]);
  });
});
