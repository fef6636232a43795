import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { FilterCounts } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST, type SearchRequest, searchParams } from "../../src/formats/search/search-request.ts";
import type { Article } from "../../src/model/article.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { openSearchArchive, type SearchedArchive } from "../search-archive.ts";
import { ROOT } from "./build-site.ts";

type FilterName = keyof FilterCounts;
type Filters = Partial<Omit<SearchRequest, "query" | "sort">>;

const FILTER_NAMES: readonly FilterName[] = ["section", "topic", "author", "year"];
const MAX_REPORTED = 3;

let archive: SearchedArchive;
let catalog: Catalog;

/** The complete answer, with every story. */
async function answer(request: Partial<SearchRequest>) {
  const { stories, total, counts, matching } = await archive.search(
    Object.fromEntries(searchParams({ ...NO_REQUEST, ...request })),
    catalog.articles.length,
  );
  return { paths: stories.map(({ path }) => path), total, counts, matching };
}

/** The facets of a story, read from the catalogue. */
const FACETS: Readonly<Record<FilterName, (article: Article) => readonly string[]>> = {
  section: ({ section }) => [section.id],
  topic: ({ topics }) => topics.map(({ id }) => id),
  author: ({ authors }) => authors.map(({ id }) => id),
  year: ({ published }) => [String(published.year)],
};

function isWithin({ published }: Article, { from, to }: Filters): boolean {
  const month = published.toFormat("yyyy-MM");
  return (from === undefined || month >= from) && (to === undefined || month <= to);
}

/** Whether a story passes all filters but one. */
function passes(article: Article, filters: Filters, but?: FilterName): boolean {
  return FILTER_NAMES.every((name) => {
    if (name === but) return true;
    if (name === "year") return isWithin(article, filters);
    const chosen = filters[name];
    return chosen === undefined || FACETS[name](article).includes(chosen);
  });
}

/** Whether the shard of the story's year is searched at all. */
function isSearched({ published: { year } }: Article, { from = "0000", to = "9999" }: Filters): boolean {
  return Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4));
}

/** The facet counts of a filter in the years searched. */
function expectedCounts(found: readonly Article[], filters: Filters, name: FilterName): Readonly<Record<string, number>> {
  const values = found.filter((article) => isSearched(article, filters) && passes(article, filters, name)).flatMap(FACETS[name]);
  return Object.fromEntries([...Map.groupBy(values, (id) => id)].map(([id, all]) => [id, all.length]));
}

/** Every single choice, every year, some ranges of months, and combinations of them. */
function allFilters(): readonly Filters[] {
  const { sections, topics, authors, articles } = catalog;
  const years = [...new Set(articles.map(({ published }) => published.year))];
  const choices: readonly Filters[] = [
    ...sections.map(({ id }) => ({ section: id })),
    ...topics.map(({ id }) => ({ topic: id })),
    ...authors.map(({ id }) => ({ author: id })),
  ];
  const ranges: readonly Filters[] = [
    ...years.map((year) => ({ from: `${year}-01`, to: `${year}-12` })),
    { from: "2025-03" },
    { to: "2024-06" },
    { from: "2024-11", to: "2025-02" },
    { from: "2026-07", to: "2026-07" },
    { from: "2025-06", to: "2025-01" },
    { from: "1999-01", to: "2000-12" },
  ];
  const ofStories = articles.map(({ section, topics, authors }, index) => ({
    section: section.id,
    ...(index % 2 === 0 && topics[0] ? { topic: topics[0].id } : { author: authors[0]?.id }),
    ...ranges[index % ranges.length],
  }));
  return [{}, ...choices, ...ranges, ...ofStories, { section: "no-such-section" }, { topic: "__proto__" }];
}

/**
 * The differences between an answer with filters and the filtered stories of the query without. If no story is left that
 * matches all words, those that match some must pass the filters.
 */
async function mistakes(query: string, filters: Filters, found: readonly Article[]): Promise<readonly string[]> {
  const newestFirst = found.filter((article) => passes(article, filters)).map(({ path }) => path);
  const [byRelevance, newest, oldest] = [
    await answer({ query, ...filters }),
    await answer({ query, ...filters, sort: "newest" }),
    await answer({ query, ...filters, sort: "oldest" }),
  ];
  const partial = byRelevance.paths.flatMap((path) => catalog.articles.filter((article) => article.path === path));
  if (newestFirst.length === 0 && byRelevance.matching === "some" && partial.every((article) => passes(article, filters)))
    return [];
  const expected = {
    stories: [byRelevance.paths.toSorted(), newestFirst.toSorted()],
    total: [byRelevance.total, newestFirst.length],
    newest: [newest.paths, newestFirst],
    oldest: [oldest.paths, newestFirst.toReversed()],
    ...Object.fromEntries(
      FILTER_NAMES.map((name) => [`${name}s counted`, [byRelevance.counts?.[name], expectedCounts(found, filters, name)]]),
    ),
  };
  const wrong = Object.entries(expected).filter(([, [a, b]]) => !isDeepStrictEqual(a, b));
  return wrong.map(
    ([what, [a, b]]) => `${what} with ${JSON.stringify(filters)}: ${JSON.stringify(a)} and not ${JSON.stringify(b)}`,
  );
}

/** Tests the filters of the shipped site's search, each with every query. */
export function testFilters(queries: readonly string[]): void {
  beforeAll(async () => {
    archive = await openSearchArchive(inject("siteFolder"));
    ({ catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF));
  });
  afterAll(() => archive.close());

  describe.each(queries)("a search for “%s”", (query) => {
    it("has the right stories and facet counts with every filter, in every order", async () => {
      const all = await answer({ query });
      const found = catalog.articles.filter(({ path }) => all.paths.includes(path));
      expect(found.length).toBeGreaterThan(0);
      expect(all.total).toBe(found.length);
      const wrong = [];
      for (const filters of allFilters()) wrong.push(...(await mistakes(query, filters, found)));
      expect(wrong.slice(0, MAX_REPORTED)).toEqual([]);
    });
  });

  it("a blank search finds every story, newest first", async () => {
    const { paths, total } = await answer({});
    expect(paths).toEqual(catalog.articles.map(({ path }) => path));
    expect(total).toBe(catalog.articles.length);
  });
}
