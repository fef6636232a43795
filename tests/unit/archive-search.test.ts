import { describe, expect, it } from "vitest";
import { ArchiveSearch } from "../../src/browser/search/engine/archive-search.ts";
import type { Volume } from "../../src/browser/search/engine/volume.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchVolume } from "../../src/formats/search/search-manifest.ts";
import { NO_REQUEST, type SearchRequest } from "../../src/formats/search/search-request.ts";
import { FakeVolume } from "./fake-volume.ts";

const YEARS: Readonly<Record<number, Volume>> = {
  2026: new FakeVolume(2026, [
    { title: "oil falls", section: "economy", topics: ["energy"], month: "2026-03" },
    { title: "brent oil oil oil", month: "2026-02" },
  ]),
  2025: new FakeVolume(2025, [{ title: "gas and oil", topics: ["energy", "trade"], month: "2025-06" }, { title: "tariffs" }]),
  2024: new FakeVolume(2024, [{ title: "oil, again oil", topics: ["trade"], month: "2024-12" }]),
};

const about = (year: number, id = String(year)): SearchVolume => ({ id, year, stories: 2, fingerprint: "f", vocabulary: [] });
const WHOLE_YEARS = [2026, 2025, 2024].map((year) => about(year));

interface Circumstances {
  /** The volumes of the archive, newest first: those of three years where nothing is said. */
  readonly volumes?: readonly SearchVolume[];
  readonly open?: (year: number, id: string) => Promise<Volume>;
  readonly shown?: number;
  readonly isOvertaken?: () => boolean;
  /** Where answers are gathered as they come. */
  readonly told?: SearchAnswer[];
}

async function search(request: Partial<SearchRequest>, circumstances: Circumstances = {}): Promise<readonly SearchAnswer[]> {
  const { volumes = WHOLE_YEARS, open = openFake, shown = 20, isOvertaken = () => false, told: answers = [] } = circumstances;
  const manifest = { volumes, everywhere: [], sections: [], topics: [], authors: [], series: [], newest: [] };
  const asked = { request: { ...NO_REQUEST, ...request }, shown, counts: true };
  const tell = (answer: SearchAnswer): void => void answers.push(answer);
  await new ArchiveSearch(asked, { manifest, open: ({ year, id }) => open(year, id), tell, isOvertaken }).run();
  return answers;
}

async function openFake(year: number): Promise<Volume> {
  const volume = YEARS[year];
  if (!volume) throw new Error(`There is no volume of ${year}.`);
  return volume;
}

const titles = (answer: SearchAnswer | undefined) => answer?.stories.map(({ title }) => title);

describe("a search of an archive", () => {
  it("answers with the newest volume first, then with all of them", async () => {
    const answers = await search({ query: '"oil"' });
    expect(answers[0]).toMatchObject({ searched: [2026], pending: [2025, 2024], total: 2, isComplete: false });
    expect(answers.at(-1)).toMatchObject({ searched: [2026, 2025, 2024], pending: [], missing: [], total: 4, isComplete: true });
    expect(answers.filter(({ isComplete }) => isComplete)).toHaveLength(1);
  });

  it("shows the best story as soon as it has been fetched, before the others are", async () => {
    const volume = new FakeVolume(2026, [{ title: "oil" }, { title: "oil oil" }]);
    volume.hasFetched = () => false;
    const answers = await search({ query: '"oil"', from: "2026-01" }, { open: () => Promise.resolve(volume) });
    expect(answers.map(titles)).toEqual([["oil oil"], ["oil oil", "oil"], ["oil oil", "oil"]]);
    expect(answers[0]?.total).toBe(2);
  });

  it("shows the stories that have the words as they stand before it asks for what only begins so", async () => {
    const volume = new FakeVolume(2026, [{ title: "oils oils" }, { title: "oil" }]);
    const told: SearchAnswer[] = [];
    const find = volume.find.bind(volume);
    const before: number[] = [];
    volume.find = (word, isBeginning) => {
      if (isBeginning) before.push(told.length);
      return find(word, isBeginning);
    };
    const circumstances = { open: () => Promise.resolve(volume), told };
    const answers = await search({ query: "oil", from: "2026-01" }, circumstances);
    expect(before).toEqual([1]);
    expect(answers[0]).toMatchObject({ total: 1, searched: [], pending: [2026], holds: "all", isComplete: false });
    expect(answers.at(-1)).toMatchObject({ total: 2, searched: [2026], pending: [] });
  });

  it("says nothing of a volume that has no word as it stands until it has asked for what begins so", async () => {
    const volume = new FakeVolume(2026, [{ title: "oils gas" }]);
    const answers = await search({ query: "gas oi", from: "2026-01" }, { open: () => Promise.resolve(volume) });
    expect(answers.map(({ total, holds }) => [total, holds])).toEqual([
      [1, "all"],
      [1, "all"],
    ]);
  });

  it("ranks the stories of all volumes together", async () => {
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

  it("asks only for volumes of the months that are wanted", async () => {
    const opened = new Set<number>();
    const open = (year: number) => {
      opened.add(year);
      return openFake(year);
    };
    const answer = (await search({ query: "oil", from: "2024-06", to: "2025-05" }, { open })).at(-1);
    expect([...opened]).toEqual([2025, 2024]);
    expect(titles(answer)).toEqual(["oil, again oil"]);
  });

  it("shows as many stories as are wanted, and says how many there are", async () => {
    const answer = (await search({ query: "oil" }, { shown: 2 })).at(-1);
    expect(titles(answer)).toHaveLength(2);
    expect(answer?.total).toBe(4);
  });

  it("has every story for a request without words, the newest first", async () => {
    expect(titles((await search({})).at(-1))).toEqual([
      "oil falls",
      "brent oil oil oil",
      "gas and oil",
      "tariffs",
      "oil, again oil",
    ]);
  });

  it("has nothing for a query without words that says something", async () => {
    expect((await search({ query: "???" })).at(-1)).toMatchObject({ total: 0, holds: "all", suggestion: undefined });
  });

  it("holds a phrase to its order, and leaves out what must not be there", async () => {
    expect(titles((await search({ query: '"gas and oil"' })).at(-1))).toEqual(["gas and oil"]);
    expect((await search({ query: '"oil and gas"' })).at(-1)?.holds).toBe("some");
    expect(titles((await search({ query: "oil -again -brent" })).at(-1))).toEqual(["oil falls", "gas and oil"]);
    expect((await search({ query: '-"gas and oil"' })).at(-1)?.total).toBe(4);
  });

  it("puts a story with the word itself before those with longer ones", async () => {
    const others = ["a", "b", "c", "d", "e", "f"].map((title) => ({ title }));
    const volume = new FakeVolume(2026, [{ title: "oils oils" }, { title: "oil" }, ...others]);
    const answers = await search({ query: "oil", from: "2026-01" }, { open: () => Promise.resolve(volume) });
    expect(titles(answers.at(-1))).toEqual(["oil", "oils oils"]);
  });
});

describe("where no story holds all words", () => {
  it("those that hold some come instead, and are said to, once no volume is left", async () => {
    const answers = await search({ query: "brent tariffs" });
    expect(answers.slice(0, -1).every(({ holds, total }) => holds === "some" || total === 0)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ holds: "some", total: 2 });
  });

  it("a correction is suggested that finds one", async () => {
    expect((await search({ query: "brnet oil" })).at(-1)?.suggestion).toBe("brent oil");
    expect((await search({ query: "tarrifs" })).at(-1)).toMatchObject({ total: 0, suggestion: "tariffs" });
  });

  it("no correction is suggested where something was found", async () => {
    expect((await search({ query: "oil" })).at(-1)?.suggestion).toBeUndefined();
  });
});

describe("filters", () => {
  it("leave out what is filed elsewhere", async () => {
    expect(titles((await search({ query: "oil", section: "economy" })).at(-1))).toEqual(["oil falls"]);
    expect(titles((await search({ query: "oil", topic: "trade", sort: "newest" })).at(-1))).toEqual([
      "gas and oil",
      "oil, again oil",
    ]);
    expect((await search({ query: "oil", section: "nonsense" })).at(-1)?.total).toBe(0);
  });

  it("are counted, each with all others applied as they are", async () => {
    expect((await search({ query: "oil", topic: "energy" })).at(-1)?.counts).toEqual({
      section: { economy: 1, politics: 1 },
      topic: { energy: 2, trade: 2 },
      author: { desk: 2 },
      year: { 2026: 1, 2025: 1 },
    });
  });

  it("do not count what two of them leave out", async () => {
    expect((await search({ topic: "trade", section: "economy" })).at(-1)?.counts).toMatchObject({
      section: { politics: 2 },
      topic: { energy: 1 },
      year: {},
    });
  });
});

describe("a volume that cannot be loaded", () => {
  const without = (missing: readonly number[]) => (year: number) =>
    missing.includes(year) ? Promise.reject(new Error("no line")) : openFake(year);

  it("is said to be missing, and the others answer", async () => {
    const answer = (await search({ query: "oil" }, { open: without([2025]) })).at(-1);
    expect(answer).toMatchObject({ missing: [2025], searched: [2026, 2024], pending: [], total: 3 });
  });

  it("may be the newest", async () => {
    const answers = await search({ query: "oil" }, { open: without([2026]) });
    expect(answers.at(-1)).toMatchObject({ missing: [2026], searched: [2025, 2024], total: 2, isComplete: true });
  });

  it("is missing too where a story that it found cannot be fetched", async () => {
    const volume = new FakeVolume(2026, [{ title: "oil" }]);
    volume.story = () => Promise.reject(new Error("no line"));
    const open = (year: number) => (year === 2026 ? Promise.resolve(volume) : openFake(year));
    const answers = await search({ query: "oil" }, { open });
    expect(answers.at(-1)).toMatchObject({ missing: [2026], total: 2, isComplete: true });
  });

  it("is a failure of the search where all of them are", async () => {
    await expect(search({ query: "oil" }, { open: without([2026, 2025, 2024]) })).rejects.toThrow();
  });

  it("is the only one wanted, and said to be missing", async () => {
    const answers = await search({ query: "oil", from: "2025-01", to: "2025-12" }, { open: without([2025]) });
    expect(answers.at(-1)).toMatchObject({ missing: [2025], total: 0, isComplete: true });
  });
});

describe("a year in two volumes, its newest week and what is before", () => {
  const volumes = [about(2026, "2026-week-12"), ...WHOLE_YEARS];
  const week = new FakeVolume(2026, [{ title: "oil rises" }, { title: "gas" }], "2026-week-12");
  const withWeek = (year: number, id: string) => (id === week.id ? Promise.resolve(week) : openFake(year));

  it("is asked for what is before the week first, which is more, and is still to come until both have answered", async () => {
    const rest = { ...about(2026), stories: 80 };
    const [, ...older] = WHOLE_YEARS;
    const answers = await search({ query: '"oil"' }, { volumes: [about(2026, week.id), rest, ...older], open: withWeek });
    expect(answers[0]).toMatchObject({ searched: [], pending: [2026, 2025, 2024], total: 2, isComplete: false });
    expect(answers.at(-1)).toMatchObject({ searched: [2026, 2025, 2024], pending: [], total: 5, isComplete: true });
    expect(answers.at(-1)?.counts?.year).toEqual({ 2026: 3, 2025: 1, 2024: 1 });
  });

  it("is asked for its week first where the newest stories are to be shown first, and last where the oldest are", async () => {
    const asked = async (request: Partial<SearchRequest>) => {
      const opened = new Set<string>();
      const open = (year: number, id: string) => {
        opened.add(id);
        return withWeek(year, id);
      };
      await search({ ...request, from: "2026-01" }, { volumes, open });
      return [...opened];
    };
    expect(await asked({ query: "oil", sort: "newest" })).toEqual([week.id, "2026"]);
    expect(await asked({})).toEqual([week.id, "2026"]);
    expect(await asked({ query: "oil", sort: "oldest" })).toEqual(["2026", week.id]);
  });

  it("keeps the order of its stories, whichever of the two answers first", async () => {
    for (const late of ["2026", week.id]) {
      const open = async (year: number, id: string) => {
        await new Promise((resolve) => setTimeout(resolve, id === late ? 20 : 0));
        return withWeek(year, id);
      };
      const newestFirst = ["oil rises", "oil falls", "brent oil oil oil"];
      const year = { query: "oil", from: "2026-01" };
      expect(titles((await search({ ...year, sort: "newest" }, { volumes, open })).at(-1)), late).toEqual(newestFirst);
      expect(titles((await search({ ...year, sort: "oldest" }, { volumes, open })).at(-1)), late).toEqual(
        newestFirst.toReversed(),
      );
    }
  });

  it.each([week.id, "2026"])("is missing where its volume %s cannot be loaded, and the other answers", async (missing) => {
    const open = (year: number, id: string) => (id === missing ? Promise.reject(new Error("no line")) : withWeek(year, id));
    const answers = await search({ query: '"oil"' }, { volumes, open });
    const rest = missing === week.id ? 2 : 1;
    expect(answers.at(-1)).toMatchObject({ searched: [2025, 2024], pending: [], missing: [2026], total: rest + 2 });
    const ofYear = await search({ query: '"oil"', from: "2026-01" }, { volumes, open });
    expect(ofYear.at(-1)).toMatchObject({ searched: [], pending: [], missing: [2026], total: rest, isComplete: true });
  });
});

it("some of the words are not good enough while a volume of a missing year is still to come", async () => {
  const week = new FakeVolume(2026, [{ title: "oil rises" }], "2026-week-12");
  const open = async (year: number, id: string) => {
    if (id === "2026") throw new Error("no line");
    if (id !== week.id) return openFake(year);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return week;
  };
  const volumes = [about(2026, week.id), ...WHOLE_YEARS];
  const answers = await search({ query: "oil rises", sort: "oldest" }, { volumes, open });
  expect(answers.filter(({ holds }) => holds === "some")).toEqual([]);
  expect(titles(answers.at(-1))).toEqual(["oil rises"]);
});

it("a search that is overtaken between two words does not ask for the second", async () => {
  let isOvertaken = false;
  const asked: string[] = [];
  const volume = new FakeVolume(2026, [{ title: "brent oil" }]);
  volume.find = async (word) => {
    asked.push(word);
    isOvertaken = true;
    return new Map();
  };
  await search({ query: "brent oil", from: "2026-01" }, { open: () => Promise.resolve(volume), isOvertaken: () => isOvertaken });
  expect(asked).toEqual(["brent"]);
});

it("a search that has been overtaken says nothing more", async () => {
  let isOvertaken = false;
  const open = (year: number) => {
    isOvertaken = year === 2025;
    return openFake(year);
  };
  const answers = await search({ query: '"oil"' }, { open, isOvertaken: () => isOvertaken });
  expect(answers.map(({ searched }) => searched)).toEqual([[2026]]);
});
