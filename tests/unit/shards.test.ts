import { describe, expect, it } from "vitest";
import { searchManifest } from "../../src/formats/search/search-manifest.ts";
import { archiveShards } from "../../src/formats/search/shards.ts";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { CALENDAR, POLITICS, story, taxonomyTerm } from "./sample-story.ts";

const STORIES = [
  story({ slug: "late", published: "2026-01-01T00:30:00-05:00" }),
  story({ slug: "new-year", published: "2025-12-31T23:30:00-05:00", topics: [taxonomyTerm("trade")] }),
  story({ slug: "old", published: "2023-05-01T12:00:00-04:00" }),
];
const PUBLICATION = { name: "P", description: "P", sections: [POLITICS] };
const catalog = buildCatalog(STORIES, instant("2026-11-22T12:00:00Z", CALENDAR), PUBLICATION);

it("an archive has a shard for each year of the publication’s calendar, newest first", () => {
  const shards = archiveShards(catalog.articles).map(({ year, articles }) => [year, articles.map(({ slug }) => slug)]);
  expect(shards).toEqual([
    [2026, ["late"]],
    [2025, ["new-year"]],
    [2023, ["old"]],
  ]);
});

describe("the newest year of an archive", () => {
  /** Stories of 2026 before the week from Monday, 16 November. */
  const earlier = (count: number, year = 2026): readonly Article[] =>
    Array.from({ length: count }, (_, at) => {
      const day = instant(`${year}-11-15T23:00:00-05:00`, CALENDAR).minus({ hours: 5 * at });
      return story({ slug: `earlier-${at}`, published: day.toISO() ?? "" });
    });
  const at = (published: string): Article => story({ slug: published, published });
  const shardsOf = (articles: readonly Article[]) =>
    archiveShards(articles).map(({ id, year, articles }) => [id, year, articles.length]);
  const WEEK = [at("2026-11-22T23:59:59-05:00"), at("2026-11-16T00:00:00-05:00")];

  it("has a shard for its newest week, from Monday on, if it has many stories", () => {
    expect(shardsOf([...WEEK, ...earlier(59)])).toEqual([
      ["2026-week-47", 2026, 2],
      ["2026", 2026, 59],
    ]);
  });

  it("is one shard if it has few stories, or all of them are of one week", () => {
    expect(shardsOf([...WEEK, ...earlier(58)])).toEqual([["2026", 2026, 60]]);
    expect(shardsOf(Array.from({ length: 61 }, () => at("2026-11-17T12:00:00-05:00")))).toEqual([["2026", 2026, 61]]);
    expect(shardsOf([])).toEqual([]);
  });

  it("is the only one that is split", () => {
    expect(shardsOf([at("2027-03-01T12:00:00-05:00"), ...WEEK, ...earlier(80)])).toEqual([
      ["2027", 2027, 1],
      ["2026", 2026, 82],
    ]);
  });

  it("has the stories of past weeks in the shard of the year", () => {
    expect(shardsOf([at("2026-11-23T00:00:00-05:00"), ...WEEK, ...earlier(80)])).toEqual([
      ["2026-week-48", 2026, 1],
      ["2026", 2026, 82],
    ]);
  });

  it("leaves days of a week that began in the year before to that year", () => {
    const newYear = [at("2026-01-04T12:00:00-05:00"), at("2026-01-01T00:00:00-05:00")];
    const before = [at("2025-12-31T23:59:59-05:00"), at("2025-12-29T00:00:00-05:00"), ...earlier(80, 2025)];
    expect(shardsOf([...newYear, ...before])).toEqual([
      ["2026", 2026, 2],
      ["2025", 2025, 82],
    ]);
    expect(shardsOf(before)).toEqual([
      ["2025-week-1", 2025, 2],
      ["2025", 2025, 80],
    ]);
  });

  it("is split after its first days too, which may be of week 53 of the year before", () => {
    const many = Array.from({ length: 70 }, (_, at) => instant("2027-01-04T00:00:00-05:00", CALENDAR).minus({ minutes: at }));
    const stories = many.map((published) => story({ published: published.toISO() ?? "" }));
    // The first is of a Monday, all others of the Sunday before.
    expect(shardsOf(stories)).toEqual([
      ["2027-week-1", 2027, 1],
      ["2027", 2027, 69],
    ]);
  });
});

const SERIES = [{ id: "brent", name: "Brent crude oil", path: "/market-data/brent/" }] as const;

it("the manifest has the shards, their common universal terms, named pages and the newest stories", () => {
  const shards = [{ id: "2026", year: 2026, stories: 1, fingerprint: "f", vocabulary: ["t"] }];
  const manifest = searchManifest(
    catalog,
    shards,
    [
      ["a", "of", "the"],
      ["of", "oil", "the"],
    ],
    SERIES,
    "0123456789",
  );
  expect(manifest.publication).toBe("#0123456789");
  expect(manifest.volumes).toEqual(shards);
  expect(manifest.everywhere).toEqual(["of", "the"]);
  expect(manifest.series).toEqual(SERIES);
  expect(manifest.topics).toEqual([{ id: "trade", name: "The trade", path: "/topics/trade/" }]);
  expect(manifest.sections).toEqual([{ id: "politics", name: "Politics", path: "/politics/" }]);
  expect(manifest.authors.map(({ id }) => id)).toEqual(["politics-desk"]);
  expect(manifest.newest[0]).toEqual({ title: "Talks open a channel", path: "/2026/01/01/late/", date: "1 Jan 2026" });
});
