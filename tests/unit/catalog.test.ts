import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog, type Listing } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { CALENDAR, ECONOMY, POLITICS, story, taxonomyTerm } from "./sample-story.ts";

const PUBLICATION = { name: "The Paper", description: "News.", sections: [POLITICS, ECONOMY] };
const NOON = "2026-01-07T12:00:00-05:00";

function catalogOf(articles: readonly Article[], asOf = NOON) {
  return buildCatalog(articles, instant(asOf, CALENDAR), PUBLICATION);
}

const slugs = (articles: readonly Article[]) => articles.map(({ slug }) => slug);
const ids = (listings: readonly Listing[]) => listings.map(({ id }) => id);
const monthsOf = (listing: Listing | undefined) => listing?.months.map(({ path }) => path);

describe("the order of stories", () => {
  it("is newest first by instant, whatever the offset", () => {
    const catalog = catalogOf([
      story({ slug: "first", published: "2026-01-07T13:00:00Z" }),
      story({ slug: "third", published: "2026-01-07T11:00:00-05:00" }),
      story({ slug: "second", published: "2026-01-07T15:30:00+01:00" }),
    ]);
    expect(slugs(catalog.articles)).toEqual(["third", "second", "first"]);
  });

  it("is by address for stories of the same instant, whatever the input order", () => {
    const [a, b, c] = ["a", "b", "c"].map((slug) => story({ slug }));
    for (const read of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ]) {
      expect(slugs(catalogOf(read.flatMap((each) => each ?? [])).articles)).toEqual(["a", "b", "c"]);
    }
  });

  it("is the same in every listing and month", () => {
    const catalog = catalogOf([
      story({ slug: "old", published: "2025-12-01T09:00:00-05:00" }),
      story({ slug: "new", published: "2026-01-07T09:00:00-05:00" }),
      story({ slug: "middle", published: "2026-01-02T09:00:00-05:00" }),
    ]);
    const [politics] = catalog.sections;
    expect(slugs(politics?.articles ?? [])).toEqual(["new", "middle", "old"]);
    expect(politics?.months.map(({ articles }) => slugs(articles))).toEqual([["new", "middle"], ["old"]]);
  });
});

describe("unpublished content", () => {
  const canary = {
    slug: "canary",
    section: ECONOMY,
    topics: [taxonomyTerm("only-here")],
    authors: [taxonomyTerm("nobody-else")],
    title: "Canary",
  };

  it.each([
    ["a draft", story({ ...canary, draft: true })],
    ["a story of the future", story({ ...canary, published: "2026-01-07T12:00:00.001-05:00" })],
  ])("is left out with its topic and author: %s", (_, unpublished) => {
    const catalog = catalogOf([story(), unpublished]);
    const everything = JSON.stringify(catalog) + JSON.stringify([...catalog.related]);
    for (const trace of ["canary", "Canary", "only-here", "nobody-else"]) expect(everything).not.toContain(trace);
    expect(catalog.sections.find(({ id }) => id === "economy")?.articles).toEqual([]);
  });

  it("appears from its exact instant on", () => {
    const catalog = catalogOf([story({ ...canary, published: NOON })]);
    expect(slugs(catalog.articles)).toEqual(["canary"]);
    expect(ids(catalog.topics)).toEqual(["only-here"]);
    expect(ids(catalog.authors)).toEqual(["nobody-else"]);
    expect(monthsOf(catalog.sections[1])).toEqual(["/economy/2026/01/"]);
    expect(monthsOf(catalog.publication)).toEqual(["/2026/01/"]);
  });

  it("does not remove a topic and an author that a published story has too", () => {
    const catalog = catalogOf([
      story({ topics: [taxonomyTerm("shared")] }),
      story({ slug: "b", topics: [taxonomyTerm("shared")], draft: true }),
    ]);
    expect(catalog.topics.map(({ id, articles }) => [id, articles.length])).toEqual([["shared", 1]]);
  });

  it("includes updates after the clock", () => {
    const updated = "2026-01-07T12:30:00-05:00";
    const [before] = catalogOf([story({ updated })]).articles;
    const [after] = catalogOf([story({ updated })], updated).articles;
    expect(before?.updated).toBeUndefined();
    expect(after?.updated?.toMillis()).toBe(Date.parse(updated));
  });
});

describe("listings", () => {
  it("are all sections in the publisher's order, and topics and authors by name", () => {
    const catalog = catalogOf([
      story({ topics: [taxonomyTerm("zinc"), taxonomyTerm("gold")], authors: [taxonomyTerm("b-desk")] }),
      story({ slug: "two", topics: [taxonomyTerm("gold")], authors: [taxonomyTerm("a-desk"), taxonomyTerm("b-desk")] }),
    ]);
    expect(ids(catalog.sections)).toEqual(["politics", "economy"]);
    expect(ids(catalog.topics)).toEqual(["gold", "zinc"]);
    expect(catalog.authors.map(({ id, articles }) => [id, articles.length])).toEqual([
      ["a-desk", 1],
      ["b-desk", 2],
    ]);
    expect(catalog.listings.map(({ path }) => path)).toEqual([
      "/politics/",
      "/economy/",
      "/topics/gold/",
      "/topics/zinc/",
      "/authors/a-desk/",
      "/authors/b-desk/",
    ]);
  });
});

describe("month archives", () => {
  const january = story({ slug: "january", published: "2026-01-05T09:00:00-05:00" });
  const december = story({ slug: "december", published: "2025-12-31T23:40:00-05:00" });
  const may = story({ slug: "may", published: "2025-05-05T09:00:00-04:00" });

  it("follow the publication's time zone, not UTC", () => {
    const [politics] = catalogOf([december]).sections;
    expect(monthsOf(politics)).toEqual(["/politics/2025/12/"]);
  });

  it("link to the nearest months with stories, across gaps and years", () => {
    const [politics] = catalogOf([may, january, december]).sections;
    const steps = politics?.months.map(({ path, later, earlier }) => [path, later?.month, earlier?.year, earlier?.month]);
    expect(steps).toEqual([
      ["/politics/2026/01/", undefined, 2025, 12],
      ["/politics/2025/12/", 1, 2025, 5],
      ["/politics/2025/05/", 12, undefined, undefined],
    ]);
  });

  it("of older months do not change when a story is added", () => {
    const before = catalogOf([may, december]).archives;
    const after = new Map(catalogOf([may, december, january]).archives.map((archive) => [archive.path, archive]));
    for (const archive of before) {
      const same = after.get(archive.path);
      expect(same?.articles).toEqual(archive.articles);
      expect(same?.earlier?.month).toBe(archive.earlier?.month);
    }
  });

  it("exist for the whole publication and each section, topic and author", () => {
    const paths = catalogOf([story({ topics: [taxonomyTerm("gold")] })]).archives.map(({ path }) => path);
    expect(paths).toEqual(["/2026/01/", "/politics/2026/01/", "/topics/gold/2026/01/", "/authors/politics-desk/2026/01/"]);
  });
});

it("the catalog is frozen", () => {
  const catalog = catalogOf([story({ topics: [taxonomyTerm("gold")] })]);
  const frozen = [catalog, catalog.articles[0], catalog.publication, catalog.sections[0], catalog.topics[0], catalog.archives[0]];
  for (const each of frozen) expect(Object.isFrozen(each)).toBe(true);
  const lists = [catalog.articles, catalog.sections, catalog.listings, catalog.archives, catalog.sections[0]?.articles];
  for (const list of lists) expect(Object.isFrozen(list)).toBe(true);
});

it("building a catalog does not reorder its input", () => {
  const given = [story({ slug: "old", published: "2025-01-01T09:00:00-05:00" }), story({ slug: "new" })];
  catalogOf(given);
  expect(slugs(given)).toEqual(["old", "new"]);
});

it("a publication without stories has an empty catalog", () => {
  const catalog = catalogOf([]);
  expect(catalog.articles).toEqual([]);
  expect(catalog.archives).toEqual([]);
  expect(ids(catalog.listings)).toEqual(["politics", "economy"]);
});
