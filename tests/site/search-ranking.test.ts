import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { archiveShards } from "../../src/formats/search/shards.ts";
import { buildCatalog, type Catalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { openSearchArchive } from "../search-archive.ts";
import { CALENDAR, ECONOMY, POLITICS, story } from "../unit/sample-story.ts";
import { indexStories } from "./index-stories.ts";

const FILLER = "Harbour clerks counted seven grey crates beside a crane and wrote every number down";
/** A text of so many words, with others so many times among them. */
const long = (words: number, times: number, among: string) => {
  const sentences = Math.ceil(words / FILLER.split(" ").length);
  return `<p>${Array.from({ length: sentences }, (_, at) => (at < times ? `${FILLER}, ${among}.` : `${FILLER}.`)).join(" ")}</p>`;
};
const apart = (...words: readonly string[]) => `<p>${words.map((word) => `${word}. ${FILLER}, ${FILLER}.`).join(" ")}</p>`;

/** By year, so that the archive has three shards. Each query should find its stories in this order. */
const STORIES: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  2026: [
    ["longest-who", long(6000, 9, "who knows, who counts and who pays")],
    ["long-nato", long(3000, 150, "nato says that nato and nato")],
    ["far-oil", apart("record", "oil", "price", "oil", "price", "record", "oil", "price")],
    ["far-bank", apart("bank", "central", "bank", "central", "bank", "central")],
    ["far-price", apart("of steel", "price", "of steel", "price", "of steel", "price")],
  ],
  2025: [
    ["longer-who", long(4500, 9, "who knows, who counts and who pays")],
    ["long-oecd", long(2500, 25, "oecd and oecd")],
    ["near-oil", `<p>${FILLER}. The record oil price stands. ${FILLER}.</p>`],
    ["near-bank", `<p>${FILLER}. The central bank met. ${FILLER}.</p>`],
    ["near-price", `<p>${FILLER}. The price of steel fell. ${FILLER}.</p>`],
  ],
  2024: [
    ["long-who", long(3000, 9, "who knows, who counts and who pays")],
    ["who-title", long(200, 1, "the agency meets")],
    ["nato-title", long(200, 1, "the ministers meet")],
    ["oecd-title", long(200, 1, "the economists meet")],
    ["reversed-bank", `<p>${FILLER}. A bank central to the town closed. ${FILLER}.</p>`],
  ],
};
const TITLES: Readonly<Record<string, string>> = {
  "who-title": "WHO declares an emergency over",
  "nato-title": "NATO ministers meet in Ankara",
  "oecd-title": "OECD cuts its outlook",
};

const articles = Object.entries(STORIES).flatMap(([year, stories]) =>
  stories.map(([slug, html], day) =>
    story({
      slug,
      title: TITLES[slug] ?? "Notes from a harbour",
      published: `${year}-03-0${day + 1}T09:00:00-05:00`,
      body: [{ kind: "html", html }],
    }),
  ),
);

describe.each(["one shard", "a shard for each year"])("the ranking of an archive in %s", (shards) => {
  let catalog: Catalog;
  let folder: string;
  beforeAll(async () => {
    const publication = { name: "N", description: "D", sections: [POLITICS, ECONOMY] };
    catalog = buildCatalog(articles, instant("2026-06-01T00:00:00Z", CALENDAR), publication);
    const whole = [{ id: "2026", year: 2026, articles: catalog.articles }];
    folder = await indexStories(catalog, shards === "one shard" ? whole : archiveShards(catalog.articles));
  });

  it.each([
    ["a word in a headline above long stories that often use it", "who", ["who-title", "long-who", "longer-who", "longest-who"]],
    ["a word in a headline above a long story that hardly says anything else", "nato", ["nato-title", "long-nato"]],
    ["a word in a headline above an older long story", "oecd ", ["oecd-title", "long-oecd"]],
    ["a shorter story above longer ones with the word as many times", "pays", ["long-who", "longer-who", "longest-who"]],
    ["words side by side above those far apart, however many", "central bank", ["near-bank", "reversed-bank", "far-bank"]],
    ["words side by side in another order above those far apart", "oil price record", ["near-oil", "far-oil"]],
    ["words with the same word between them above those far apart", "price of steel", ["near-price", "far-price"]],
    ["nothing else by words that are in every story", "a central bank", ["near-bank", "reversed-bank", "far-bank"]],
  ])("puts %s", async (_, q, expected) => {
    const archive = await openSearchArchive(folder);
    onTestFinished(() => archive.close());
    const { stories } = await archive.search({ q }, articles.length, false);
    const slugs = stories.map(({ path }) => path.split("/").at(-2));
    expect(slugs.slice(0, expected.length)).toEqual(expected);
  });
});
