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
import { parseSite } from "../../src/node/pipeline/read-site.ts";
import { SHARD_FOLDER, ShardCache } from "../../src/node/publish/search/shard-cache.ts";
import { type ShardSource, shardSource } from "../../src/node/publish/search/shard-source.ts";
import { writeSearch } from "../../src/node/publish/search/write-search.ts";
import { writeShard } from "../../src/node/publish/search/write-shard.ts";
import { checkShard, readWrittenShard } from "../../src/node/publish/search/written-shard.ts";
import { SILENT_STEP } from "../read-catalog.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { ECONOMY, POLITICS, story } from "../unit/sample-story.ts";
import { differences, readTree, writeTree } from "./build-site.ts";

const OLD = story({ slug: "old", published: "2025-03-01T12:00:00-05:00", title: "An old story of bonds" });
const NEW = story({ slug: "new", published: "2026-03-01T12:00:00-05:00", title: "A new story of shares" });
const NEWER = story({ slug: "newer", published: "2026-04-01T12:00:00-05:00", title: "A newer story of oil" });

/** Writes the search index of these stories. `notes` says of each shard's step whether it was cached. */
async function written(articles: readonly Article[], cache: string, language = settings.language, asOf = "2026-11-22T12:00:00Z") {
  const folder = temporaryFolder();
  const notes: Record<string, string> = {};
  const step = ({ name, note }: StepReport): void => {
    notes[name] = note ?? "indexed";
  };
  const progress = () => ({ expect: () => {}, update: () => {}, done: () => {} });
  const report = new BuildReport({ progress, step, notice: () => {}, finished: () => {} });
  const site = { ...parseSite(settings, undefined), language };
  const publication = { name: "P", description: "P", sections: [POLITICS, ECONOMY] };
  const catalog = buildCatalog(articles, DateTime.fromISO(asOf), publication);
  await writeSearch(
    { catalog, site, images: new Map(), markets: { series: [], unfiltered: new Map() }, mark: "0123456789" },
    folder,
    cache,
    report,
  );
  return { notes, tree: readTree(folder) };
}

describe("the shard of a year", () => {
  it("is taken from the cache if its stories are unchanged, byte for byte", async () => {
    const cache = temporaryFolder();
    const before = await written([NEW, OLD], cache);
    expect(before.notes).toEqual({ "search 2026": "indexed", "search 2025": "indexed" });
    const after = await written([NEWER, NEW, OLD], cache);
    expect(after.notes).toEqual({ "search 2026": "indexed", "search 2025": "cached" });
    expect(differences(before.tree, after.tree).filter((path) => path.startsWith("2025/"))).toEqual([]);
    const afresh = await written([NEWER, NEW, OLD], temporaryFolder());
    expect(differences(after.tree, afresh.tree)).toEqual([]);
  });

  it("is indexed again if one of its stories changes", async () => {
    const cache = temporaryFolder();
    await written([NEW, OLD], cache);
    const { notes } = await written([NEW, { ...OLD, keyPoints: ["Bonds have a maturity."] }], cache);
    expect(notes).toEqual({ "search 2026": "cached", "search 2025": "indexed" });
    expect((await written([NEW, OLD], cache)).notes).toEqual({ "search 2026": "cached", "search 2025": "cached" });
  });

  it("is indexed again if the settings change", async () => {
    const cache = temporaryFolder();
    await written([NEW, OLD], cache);
    const { notes } = await written([NEW, OLD], cache, "de-CH");
    expect(notes).toEqual({ "search 2026": "indexed", "search 2025": "indexed" });
  });
});

describe("the shard of a week", () => {
  /** A hundred stories, one an hour, from Friday, 13 November to Tuesday. */
  const STORIES = Array.from({ length: 100 }, (_, hour) => {
    const published = DateTime.fromISO("2026-11-13T12:00:00-05:00").plus({ hours: hour }).toISO() ?? "";
    return story({ slug: `story-${hour}`, published, title: `A story of hour ${hour}`, standfirst: `The ${wordOf(hour)}.` });
  }).toReversed();

  it("is all that is indexed and changed by a new story of that week", async () => {
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

  it("is merged into the shard of the year by the first story of another week", async () => {
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
  const source = shardSource([NEWER, NEW], "en-GB", new Map());

  it("has its stories oldest first, so that a new one leaves the positions of the others unchanged", () => {
    const earlier = shardSource([NEW, OLD], "en-GB", new Map()).records;
    expect(shardSource([NEWER, NEW, OLD], "en-GB", new Map()).records.slice(0, 2)).toEqual(earlier);
  });

  it("fails the build if Pagefind cannot write it, and is not cached", async () => {
    const folder = temporaryFolder();
    const cache = await ShardCache.open(folder);
    const invalid = { ...source, records: [...source.records, { content: "Neither a file nor an address." } as SearchRecord] };
    await expect(cache.use("2026-a", (unfinished) => writeShard(invalid, unfinished, SILENT_STEP))).rejects.toThrow(
      /Pagefind could not index the stories/,
    );
    expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual([]);
  });

  it("fails the build if it lacks a story, or does not find one by its headline", async () => {
    const folder = temporaryFolder();
    await writeShard(source, folder, SILENT_STEP);
    const written = join(temporaryFolder(), "whole");
    for (const part of [SHARD_FOLDER, "engine"]) writeTree(written, readTree(join(folder, part)));
    const check = (records: ShardSource["records"]) => readWrittenShard(written, (shard) => checkShard(shard, records));
    await expect(check(source.records)).resolves.toBeUndefined();
    const three = shardSource([NEWER, NEW, OLD], "en-GB", new Map()).records;
    await expect(check(three)).rejects.toThrow("has 2 stories instead of 3");
    const others = shardSource([NEW, OLD], "en-GB", new Map()).records;
    await expect(check(others)).rejects.toThrow(/does not find \/2025\/03\/01\/old\/\S* by its headline/);
  });
});

describe("the cache of shards", () => {
  const half = async (unfinished: string): Promise<void> => {
    writeTree(unfinished, [["volume/half", "half"]]);
    throw new Error("Interrupted");
  };
  const whole = async (unfinished: string): Promise<void> => writeTree(unfinished, [["volume/whole", "whole"]]);

  it("has nothing of an interrupted index, and the next is complete", async () => {
    const folder = temporaryFolder();
    const cache = await ShardCache.open(folder);
    await expect(cache.use("2026-a", half)).rejects.toThrow("Interrupted");
    const made = await cache.use("2026-a", whole);
    expect(made.isNew).toBe(true);
    expect([...readTree(folder).keys()]).toEqual(["2026-a/volume/whole"]);
  });

  it("removes the temporary files of a killed build, but not of a running one", async () => {
    const folder = temporaryFolder();
    const killed = spawnSync(process.execPath, ["-e", ""]).pid;
    mkdirSync(join(folder, `.2026-a.${killed}`));
    mkdirSync(join(folder, `.2026-a.${process.ppid}`));
    await ShardCache.open(folder);
    expect(readdirSync(folder)).toEqual([`.2026-a.${process.ppid}`]);
  });
});
