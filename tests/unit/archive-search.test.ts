import { describe, expect, it } from "vitest";
import { ArchiveSearch } from "../../src/browser/search/engine/archive-search.ts";
import type { Shard } from "../../src/browser/search/engine/shard.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchShard } from "../../src/formats/search/search-manifest.ts";
import { NO_REQUEST, type SearchRequest } from "../../src/formats/search/search-request.ts";
import { FakeShard } from "./fake-shard.ts";

const YEARS: Readonly<Record<number, Shard>> = {
  2026: new FakeShard(2026, [
    { title: "oil falls", section: "economy", topics: ["energy"], month: "2026-03" },
    { title: "brent oil oil oil", month: "2026-02" },
  ]),
  2025: new FakeShard(2025, [{ title: "gas and oil", topics: ["energy", "trade"], month: "2025-06" }, { title: "tariffs" }]),
  2024: new FakeShard(2024, [{ title: "oil, again oil", topics: ["trade"], month: "2024-12" }]),
};

const entry = (year: number, id = String(year)): SearchShard => ({ id, year, stories: 2, fingerprint: "f", vocabulary: [] });
const WHOLE_YEARS = [2026, 2025, 2024].map((year) => entry(year));

interface Options {
  /** The shards of the archive, newest first (`WHOLE_YEARS`). */
  readonly shards?: readonly SearchShard[];
  readonly open?: (year: number, id: string) => Promise<Shard>;
  readonly shown?: number;
  readonly isSuperseded?: () => boolean;
  /** Collects answers as they are sent. */
  readonly sent?: SearchAnswer[];
}

async function search(request: Partial<SearchRequest>, options: Options = {}): Promise<readonly SearchAnswer[]> {
  const { shards = WHOLE_YEARS, open = openFake, shown = 20, isSuperseded = () => false, sent: answers = [] } = options;
  const manifest = {
    publication: "",
    volumes: shards,
    everywhere: [],
    sections: [],
    topics: [],
    authors: [],
    series: [],
    newest: [],
  };
  const wanted = { request: { ...NO_REQUEST, ...request }, shown, counts: true };
  const onAnswer = (answer: SearchAnswer): void => void answers.push(answer);
  await new ArchiveSearch(wanted, { manifest, open: ({ year, id }) => open(year, id), onAnswer, isSuperseded }).run();
  return answers;
}

async function openFake(year: number): Promise<Shard> {
  const shard = YEARS[year];
  if (!shard) throw new Error(`There is no shard of ${year}.`);
  return shard;
}

const titles = (answer: SearchAnswer | undefined) => answer?.stories.map(({ title }) => title);

describe("a search of an archive", () => {
  it("answers from the newest shard first, then from all of them", async () => {
    const answers = await search({ query: '"oil"' });
    expect(answers[0]).toMatchObject({ searched: [2026], pending: [2025, 2024], total: 2, isComplete: false });
    expect(answers.at(-1)).toMatchObject({ searched: [2026, 2025, 2024], pending: [], missing: [], total: 4, isComplete: true });
    expect(answers.filter(({ isComplete }) => isComplete)).toHaveLength(1);
  });

  it("shows the first story as soon as it is fetched, before the others", async () => {
    const shard = new FakeShard(2026, [{ title: "oil" }, { title: "oil oil" }]);
    shard.hasFetched = () => false;
    const answers = await search({ query: '"oil"', from: "2026-01" }, { open: () => Promise.resolve(shard) });
    expect(answers.map(titles)).toEqual([["oil oil"], ["oil oil", "oil"], ["oil oil", "oil"]]);
    expect(answers[0]?.total).toBe(2);
  });

  it("shows the stories with the last word as a whole word before it expands the prefix", async () => {
    const shard = new FakeShard(2026, [{ title: "oils oils" }, { title: "oil" }]);
    const sent: SearchAnswer[] = [];
    const find = shard.find.bind(shard);
    const before: number[] = [];
    shard.find = (word, isPrefix) => {
      if (isPrefix) before.push(sent.length);
      return find(word, isPrefix);
    };
    const options = { open: () => Promise.resolve(shard), sent };
    const answers = await search({ query: "oil", from: "2026-01" }, options);
    expect(before).toEqual([1]);
    expect(answers[0]).toMatchObject({ total: 1, searched: [], pending: [2026], matching: "all", isComplete: false });
    expect(answers.at(-1)).toMatchObject({ total: 2, searched: [2026], pending: [] });
  });

  it("sends no answer for a shard without whole-word matches until the prefix is expanded", async () => {
    const shard = new FakeShard(2026, [{ title: "oils gas" }]);
    const answers = await search({ query: "gas oi", from: "2026-01" }, { open: () => Promise.resolve(shard) });
    expect(answers.map(({ total, matching }) => [total, matching])).toEqual([
      [1, "all"],
      [1, "all"],
    ]);
  });

  it("ranks the stories of all shards together", async () => {
    expect(titles((await search({ query: "oil" })).at(-1))).toEqual([
      "brent oil oil oil",
      "oil, again oil",
      "oil falls",
      "gas and oil",
    ]);
  });

  it("puts the newest or the oldest first", async () => {
    const newestFirst = ["oil falls", "brent oil oil oil", "gas and oil", "oil, again oil"];
    expect(titles((await search({ query: "oil", sort: "newest" })).at(-1))).toEqual(newestFirst);
    const answers = await search({ query: '"oil"', sort: "oldest" });
    expect(titles(answers.at(-1))).toEqual(newestFirst.toReversed());
    expect(answers[0]?.searched).toEqual([2024]);
  });

  it("opens only the shards of the requested months", async () => {
    const opened = new Set<number>();
    const open = (year: number) => {
      opened.add(year);
      return openFake(year);
    };
    const answer = (await search({ query: "oil", from: "2024-06", to: "2025-05" }, { open })).at(-1);
    expect([...opened]).toEqual([2025, 2024]);
    expect(titles(answer)).toEqual(["oil, again oil"]);
  });

  it("shows as many stories as requested, and counts all", async () => {
    const answer = (await search({ query: "oil" }, { shown: 2 })).at(-1);
    expect(titles(answer)).toHaveLength(2);
    expect(answer?.total).toBe(4);
  });

  it("matches every story without words, newest first", async () => {
    expect(titles((await search({})).at(-1))).toEqual([
      "oil falls",
      "brent oil oil oil",
      "gas and oil",
      "tariffs",
      "oil, again oil",
    ]);
  });

  it("matches nothing if a query has only punctuation", async () => {
    expect((await search({ query: "???" })).at(-1)).toMatchObject({ total: 0, matching: "all", correction: undefined });
  });

  it("matches phrases in order, and excludes words and phrases", async () => {
    expect(titles((await search({ query: '"gas and oil"' })).at(-1))).toEqual(["gas and oil"]);
    expect((await search({ query: '"oil and gas"' })).at(-1)?.matching).toBe("some");
    expect(titles((await search({ query: "oil -again -brent" })).at(-1))).toEqual(["oil falls", "gas and oil"]);
    expect((await search({ query: '-"gas and oil"' })).at(-1)?.total).toBe(4);
  });

  it("ranks a story with the word itself above those with longer ones", async () => {
    const others = ["a", "b", "c", "d", "e", "f"].map((title) => ({ title }));
    const shard = new FakeShard(2026, [{ title: "oils oils" }, { title: "oil" }, ...others]);
    const answers = await search({ query: "oil", from: "2026-01" }, { open: () => Promise.resolve(shard) });
    expect(titles(answers.at(-1))).toEqual(["oil", "oils oils"]);
  });
});

describe("a search without stories that match all words", () => {
  it("falls back to stories that match some, once no shard is left", async () => {
    const answers = await search({ query: "brent tariffs" });
    expect(answers.slice(0, -1).every(({ matching, total }) => matching === "some" || total === 0)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ matching: "some", total: 2 });
  });

  it("suggests a spelling correction that matches one", async () => {
    const correction = { query: "tariffs", isApplied: false };
    expect((await search({ query: "tarrifs" })).at(-1)).toMatchObject({ total: 0, correction });
  });

  it.each([
    ["brnet oil", "brent oil", ["brent oil oil oil"]],
    ["tarifs", "tariffs", ["tariffs"]],
    ["oil agian", "oil again", ["oil, again oil"]],
    ["oil agian zyzzyva", undefined, ["brent oil oil oil", "oil, again oil", "oil falls", "gas and oil"]],
  ])("shows for “%s” the stories of a sure correction, “%s”", async (query, corrected, expected) => {
    const answer = (await search({ query, sort: "relevance" })).at(-1);
    expect(answer?.correction).toEqual(corrected && { query: corrected, isApplied: true });
    expect([answer?.request.query, answer?.total, titles(answer)]).toEqual([query, expected.length, expected]);
  });

  it("counts facets of the correction, and applies the filters to it", async () => {
    const answer = (await search({ query: "brnet", section: "economy" })).at(-1);
    expect(answer).toMatchObject({ total: 0, correction: { query: "brent", isApplied: true } });
    expect(answer?.counts?.section).toEqual({ politics: 1 });
  });

  it("shows no stories that match some of the words before those of a sure correction", async () => {
    const answers = await search({ query: "brnet oil" });
    expect(answers.filter(({ correction, total }) => total > 0 && !correction)).toEqual([]);
    expect(answers.filter(({ isComplete }) => isComplete)).toHaveLength(1);
  });

  it("corrects nothing in a verbatim search", async () => {
    expect((await search({ query: "brnet", verbatim: true })).at(-1)).toMatchObject({ total: 0, correction: undefined });
    expect((await search({ query: "brnet oil", verbatim: true })).at(-1)).toMatchObject({ matching: "some", total: 4 });
  });

  it("suggests no correction if something was found", async () => {
    expect((await search({ query: "oil" })).at(-1)?.correction).toBeUndefined();
  });

  it("suggests a correction of a misspelling that is in one story", async () => {
    const others = ["a", "b", "c", "d", "e"].map((title) => ({ title: `${title} government` }));
    const shard = new FakeShard(2026, [{ title: "a goverment" }, ...others]);
    const answer = (await search({ query: "goverment", from: "2026-01" }, { open: () => Promise.resolve(shard) })).at(-1);
    expect(answer).toMatchObject({ total: 1, matching: "all", correction: { query: "government", isApplied: false } });
  });
});

describe("filters", () => {
  it("leave out stories with other facets", async () => {
    expect(titles((await search({ query: "oil", section: "economy" })).at(-1))).toEqual(["oil falls"]);
    expect(titles((await search({ query: "oil", topic: "trade", sort: "newest" })).at(-1))).toEqual([
      "gas and oil",
      "oil, again oil",
    ]);
    expect((await search({ query: "oil", section: "nonsense" })).at(-1)?.total).toBe(0);
  });

  it("have facet counts, each with all other filters applied", async () => {
    expect((await search({ query: "oil", topic: "energy" })).at(-1)?.counts).toEqual({
      section: { economy: 1, politics: 1 },
      topic: { energy: 2, trade: 2 },
      author: { desk: 2 },
      year: { 2026: 1, 2025: 1 },
    });
  });

  it("do not count stories that fail two of them", async () => {
    expect((await search({ topic: "trade", section: "economy" })).at(-1)?.counts).toMatchObject({
      section: { politics: 2 },
      topic: { energy: 1 },
      year: {},
    });
  });
});

describe("a shard that fails to load", () => {
  const without = (missing: readonly number[]) => (year: number) =>
    missing.includes(year) ? Promise.reject(new Error("offline")) : openFake(year);

  it("is missing, and the others answer", async () => {
    const answer = (await search({ query: "oil" }, { open: without([2025]) })).at(-1);
    expect(answer).toMatchObject({ missing: [2025], searched: [2026, 2024], pending: [], total: 3 });
  });

  it("may be the newest", async () => {
    const answers = await search({ query: "oil" }, { open: without([2026]) });
    expect(answers.at(-1)).toMatchObject({ missing: [2026], searched: [2025, 2024], total: 2, isComplete: true });
  });

  it("is missing too if one of its stories cannot be fetched", async () => {
    const shard = new FakeShard(2026, [{ title: "oil" }]);
    shard.story = () => Promise.reject(new Error("offline"));
    const open = (year: number) => (year === 2026 ? Promise.resolve(shard) : openFake(year));
    const answers = await search({ query: "oil" }, { open });
    expect(answers.at(-1)).toMatchObject({ missing: [2026], total: 2, isComplete: true });
  });

  it("makes the search fail if all of them do", async () => {
    await expect(search({ query: "oil" }, { open: without([2026, 2025, 2024]) })).rejects.toThrow();
  });

  it("may be the only one requested", async () => {
    const answers = await search({ query: "oil", from: "2025-01", to: "2025-12" }, { open: without([2025]) });
    expect(answers.at(-1)).toMatchObject({ missing: [2025], total: 0, isComplete: true });
  });
});

describe("a year in two shards, its newest week and the weeks before", () => {
  const shards = [entry(2026, "2026-week-12"), ...WHOLE_YEARS];
  const week = new FakeShard(2026, [{ title: "oil rises" }, { title: "gas" }], "2026-week-12");
  const withWeek = (year: number, id: string) => (id === week.id ? Promise.resolve(week) : openFake(year));

  it("is searched from its larger shard, and is pending until both have answered", async () => {
    const rest = { ...entry(2026), stories: 80 };
    const [, ...older] = WHOLE_YEARS;
    const answers = await search({ query: '"oil"' }, { shards: [entry(2026, week.id), rest, ...older], open: withWeek });
    expect(answers[0]).toMatchObject({ searched: [], pending: [2026, 2025, 2024], total: 2, isComplete: false });
    expect(answers.at(-1)).toMatchObject({ searched: [2026, 2025, 2024], pending: [], total: 5, isComplete: true });
    expect(answers.at(-1)?.counts?.year).toEqual({ 2026: 3, 2025: 1, 2024: 1 });
  });

  it("is searched from its week in order newest first, and to its week in order oldest first", async () => {
    const openedBy = async (request: Partial<SearchRequest>) => {
      const opened = new Set<string>();
      const open = (year: number, id: string) => {
        opened.add(id);
        return withWeek(year, id);
      };
      await search({ ...request, from: "2026-01" }, { shards, open });
      return [...opened];
    };
    expect(await openedBy({ query: "oil", sort: "newest" })).toEqual([week.id, "2026"]);
    expect(await openedBy({})).toEqual([week.id, "2026"]);
    expect(await openedBy({ query: "oil", sort: "oldest" })).toEqual(["2026", week.id]);
  });

  it("has its stories in the same order, whichever shard answers first", async () => {
    for (const late of ["2026", week.id]) {
      const open = async (year: number, id: string) => {
        await new Promise((resolve) => setTimeout(resolve, id === late ? 20 : 0));
        return withWeek(year, id);
      };
      const newestFirst = ["oil rises", "oil falls", "brent oil oil oil"];
      const year = { query: "oil", from: "2026-01" };
      expect(titles((await search({ ...year, sort: "newest" }, { shards, open })).at(-1)), late).toEqual(newestFirst);
      expect(titles((await search({ ...year, sort: "oldest" }, { shards, open })).at(-1)), late).toEqual(
        newestFirst.toReversed(),
      );
    }
  });

  it.each([week.id, "2026"])("is missing if its shard %s fails to load, and the other answers", async (missing) => {
    const open = (year: number, id: string) => (id === missing ? Promise.reject(new Error("offline")) : withWeek(year, id));
    const answers = await search({ query: '"oil"' }, { shards, open });
    const rest = missing === week.id ? 2 : 1;
    expect(answers.at(-1)).toMatchObject({ searched: [2025, 2024], pending: [], missing: [2026], total: rest + 2 });
    const ofYear = await search({ query: '"oil"', from: "2026-01" }, { shards, open });
    expect(ofYear.at(-1)).toMatchObject({ searched: [], pending: [], missing: [2026], total: rest, isComplete: true });
  });
});

it("a search does not fall back to some of the words while a shard of a missing year is pending", async () => {
  const week = new FakeShard(2026, [{ title: "oil rises" }], "2026-week-12");
  const open = async (year: number, id: string) => {
    if (id === "2026") throw new Error("offline");
    if (id !== week.id) return openFake(year);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return week;
  };
  const shards = [entry(2026, week.id), ...WHOLE_YEARS];
  const answers = await search({ query: "oil rises", sort: "oldest" }, { shards, open });
  expect(answers.filter(({ matching }) => matching === "some")).toEqual([]);
  expect(titles(answers.at(-1))).toEqual(["oil rises"]);
});

it("a search that is superseded between two words does not look up the second", async () => {
  let isSuperseded = false;
  const lookedUp: string[] = [];
  const shard = new FakeShard(2026, [{ title: "brent oil" }]);
  shard.find = async (word) => {
    lookedUp.push(word);
    isSuperseded = true;
    return new Map();
  };
  await search({ query: "brent oil", from: "2026-01" }, { open: () => Promise.resolve(shard), isSuperseded: () => isSuperseded });
  expect(lookedUp).toEqual(["brent"]);
});

it("a superseded search sends no more answers", async () => {
  let isSuperseded = false;
  const open = (year: number) => {
    isSuperseded = year === 2025;
    return openFake(year);
  };
  const answers = await search({ query: '"oil"' }, { open, isSuperseded: () => isSuperseded });
  expect(answers.map(({ searched }) => searched)).toEqual([[2026]]);
});
