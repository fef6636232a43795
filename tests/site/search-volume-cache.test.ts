import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import settings from "../../_data/site.ts";
import type { SearchRecord } from "../../src/formats/search/search-record.ts";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { BuildReport, type StepReport } from "../../src/node/pipeline/build-report.ts";
import { configureSite } from "../../src/node/pipeline/read-site.ts";
import { checkVolume } from "../../src/node/publish/search/check-shard.ts";
import { VOLUME, VolumeCache } from "../../src/node/publish/search/shard-cache.ts";
import { type VolumeSource, volumeSource } from "../../src/node/publish/search/shard-source.ts";
import { writeSearch } from "../../src/node/publish/search/write-search.ts";
import { writeVolume } from "../../src/node/publish/search/write-shard.ts";
import { readWritten } from "../../src/node/publish/search/written-shard.ts";
import { UNTOLD_STEP } from "../read-catalog.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ECONOMY, POLITICS, story } from "../unit/sample-story.ts";
import { differences, readTree, writeTree } from "./build-site.ts";

const OLD = story({ slug: "old", published: "2025-03-01T12:00:00-05:00", title: "An old story of bonds" });
const NEW = story({ slug: "new", published: "2026-03-01T12:00:00-05:00", title: "A new story of shares" });
const NEWER = story({ slug: "newer", published: "2026-04-01T12:00:00-05:00", title: "A newer story of oil" });

/** Writes the search of these stories, and says of each volume's step whether it was cached. */
async function written(articles: readonly Article[], cache: string, language = settings.language, asOf = "2026-11-22T12:00:00Z") {
  const folder = temporaryFolder();
  const notes: Record<string, string> = {};
  const step = ({ name, note }: StepReport): void => {
    notes[name] = note ?? "indexed";
  };
  const progress = () => ({ expect: () => {}, update: () => {}, done: () => {} });
  const report = new BuildReport({ progress, step, notice: () => {}, finished: () => {} });
  const site = { ...configureSite(settings, undefined), language };
  const publication = { name: "P", description: "P", sections: [POLITICS, ECONOMY] };
  const catalog = buildCatalog(articles, DateTime.fromISO(asOf), publication);
  await writeSearch({ catalog, site, images: new Map(), markets: { series: [], eventually: new Map() } }, folder, cache, report);
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

describe("the volume of a week", () => {
  /** A story an hour, the oldest of Friday, 13 November: a hundred reach into Tuesday. */
  const STORIES = Array.from({ length: 100 }, (_, hour) => {
    const published = DateTime.fromISO("2026-11-13T12:00:00-05:00").plus({ hours: hour }).toISO() ?? "";
    return story({ slug: `story-${hour}`, published, title: `A story of hour ${hour}`, standfirst: `The ${wordOf(hour)}.` });
  }).toReversed();

  it("is all that is indexed, and all that changes, when a story is published in that week", async () => {
    const cache = temporaryFolder();
    const before = await written(STORIES.slice(1), cache);
    expect(before.notes).toEqual({ "search 2026-week-47": "indexed", "search 2026": "indexed" });
    const after = await written(STORIES, cache);
    expect(after.notes).toEqual({ "search 2026-week-47": "indexed", "search 2026": "cached" });
    const changed = differences(before.tree, after.tree);
    expect(changed.filter((path) => !path.startsWith("2026-week-47/"))).toEqual(["manifest.json"]);
    expect(changed.filter((path) => path.includes("/fragment/"))).toHaveLength(1);
    expect(changed.length).toBeLessThan(20);
  });

  it("becomes a part of the year’s with the first story of another week", async () => {
    const cache = temporaryFolder();
    await written(STORIES, cache);
    const later = story({ slug: "later", published: "2026-11-21T23:00:00-05:00" });
    expect((await written([later, ...STORIES], cache)).notes["search 2026"]).toBe("cached");
    const monday = story({ slug: "monday", published: "2026-11-23T00:00:00-05:00" });
    const { notes, tree } = await written([monday, later, ...STORIES], cache, settings.language, "2026-11-24T12:00:00Z");
    expect(notes).toEqual({ "search 2026-week-48": "indexed", "search 2026": "indexed" });
    expect([...tree.keys()].filter((path) => path.startsWith("2026-week-47/"))).toEqual([]);
  });
});

/** Another word for each number. */
function wordOf(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij".charAt(Number(digit)).repeat(2)).join("");
}

describe("an index", () => {
  const source = volumeSource([NEWER, NEW], "en-GB", new Map());

  it("is given its stories oldest first, so that one more leaves the places of the others as they are", () => {
    const earlier = volumeSource([NEW, OLD], "en-GB", new Map()).records;
    expect(volumeSource([NEWER, NEW, OLD], "en-GB", new Map()).records.slice(0, 2)).toEqual(earlier);
  });

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
    const others = volumeSource([NEW, OLD], "en-GB", new Map()).records;
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
