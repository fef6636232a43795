import { describe, expect, it } from "vitest";
import type { PagefindStory } from "../../src/browser/search/engine/pagefind.ts";
import { matchShard } from "../../src/browser/search/engine/shard-matches.ts";
import { showStory } from "../../src/browser/search/engine/show-story.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { CELL_MARK, ROW_MARK, TABLE_MARK } from "../../src/formats/search/table-marks.ts";
import { FakeShard } from "./fake-shard.ts";

/** A story found by a query. @param pagefind what else the index has of it @param idfs of the terms (all 1) */
async function shown(
  query: string,
  title: string,
  text: string,
  pagefind: Partial<PagefindStory> = {},
  idfs: readonly number[] = [],
) {
  const shard = new FakeShard(2026, [{ title, text }]);
  const matches = await matchShard(shard, parseQuery(query));
  const [id = ""] = matches.stories;
  const story = { ...(await shard.story(id)), ...pagefind };
  return showStory(
    { id, matches },
    story,
    matches.postings.map((_, term) => idfs[term] ?? 1),
  );
}

const textOf = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
const words = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(" ");

describe("an excerpt", () => {
  it("is the densest passage, with its hits marked", async () => {
    const text = `${words(40, "a")} oil ${words(60, "b")} oil and gas prices ${words(60, "c")}`;
    const { excerpt } = await shown("oil gas ", "Title", text);
    expect(textOf(excerpt)).toMatch(/^… b56 b57 b58 b59 \[oil\] and \[gas\] prices c0 .* c21 …$/);
  });

  it("leaves out the headline, and is the whole text of a short story", async () => {
    expect(textOf((await shown("oil", "Oil", "Brent “oil.” Done.")).excerpt)).toBe("Brent “[oil].” Done.");
  });

  it("is the standfirst if the text has no hits", async () => {
    const meta = { title: "Oil", standfirst: "What it costs.", section: "Politics", topics: "", authors: "" };
    expect((await shown("oil", "Oil", "Nothing.", { meta })).excerpt).toEqual([{ text: "What it costs.", marked: false }]);
  });

  it("marks the rarest words of those in the story", async () => {
    const idfs = [0.1, 2, 5];
    expect(textOf((await shown("the oil tariffs ", "T", "of the oil of the", {}, idfs)).excerpt)).toBe("of the [oil] of the");
    expect(textOf((await shown("the tariffs ", "T", "of the", {}, idfs)).excerpt)).toBe("of [the]");
  });

  it("is text, whatever it looks like", async () => {
    expect(textOf((await shown("oil", "T", "<img src=x> &lt; oil </mark>")).excerpt)).toBe("<img src=x> &lt; [oil] </mark>");
  });
});

describe("an excerpt of a story with tables", () => {
  /** As Pagefind stores the rows of a table: each cell after its mark, with a full stop. */
  const table = (...rows: readonly (readonly string[])[]) =>
    `${TABLE_MARK} ${rows.map((cells) => `${ROW_MARK} ${cells.map((cell) => `${CELL_MARK} ${cell && `${cell}.`}`).join(" ")}`).join(" ")} ${TABLE_MARK}`;
  const prices = table(["", "Yen per dollar", "Brent, dollars"], ["June", "141.36", "74.84"], ["July", "140.94", "80.11"]);
  const text = `Opening. ${prices} Between them Brent rose. ${table(["Rate", "Market"], ["SOFR", "Treasuries"])} Brent fell.`;

  it.each([
    ["running text rather than a row", "brent", "… Between them [Brent] rose. …"],
    ["nothing of the table beside it", "opening", "[Opening]. …"],
    ["nothing of the table before it", "fell", "… Brent [fell]."],
    ["a row with the heading of each figure", "july", "[July] · Yen per dollar: 140.94 · Brent, dollars: 80.11"],
    ["a row whose figure is searched for", "74.84", "June · Yen per dollar: 141.36 · Brent, dollars: [74.84]"],
    ["a row that names what is searched for", "sofr", "Rate: [SOFR] · Market: Treasuries"],
    ["the headings, if only they match", "yen", "[Yen] per dollar · Brent, dollars"],
    ["the row with more of the words", "treasuries sofr", "Rate: [SOFR] · Market: [Treasuries]"],
  ])("quotes %s", async (_, query, excerpt) => {
    expect(textOf((await shown(query, "T", text)).excerpt)).toBe(excerpt);
  });

  it("quotes a row if only it has the rarest of the words", async () => {
    const { excerpt } = await shown("brent 80.11 ", "T", text, {}, [1, 3]);
    expect(textOf(excerpt)).toBe("July · Yen per dollar: 140.94 · Brent, dollars: [80.11]");
  });

  it("quotes of a long row its name and the cells from the first hit on", async () => {
    const cells = Array.from({ length: 20 }, (_, at) => `${at} units`);
    const headings = cells.map((_, at) => `c${at}`);
    const { excerpt } = await shown("14", "T", table(["", ...headings], ["Total", ...cells]));
    expect(textOf(excerpt)).toBe(
      "Total · c14: [14] units · c15: 15 units · c16: 16 units · c17: 17 units · c18: 18 units · c19: 19 units",
    );
  });

  it("ends where a table does that has no end mark", async () => {
    expect(textOf((await shown("after", "T", `Before ${TABLE_MARK} ${ROW_MARK} ${CELL_MARK} After`)).excerpt)).toBe("[After]");
  });
});

describe("the best passage of a story", () => {
  const text = `${words(10, "a")} First ${words(9, "b")} oil Second oil gas ${words(9, "c")}`;
  const anchors = [
    { element: "h2", id: "first", text: "First", location: 11 },
    { element: "h2", id: "second", text: " Second ", location: 22 },
    { element: "p", id: "not-a-heading", text: "oil", location: 0 },
  ];

  it("has the most hits", async () => {
    expect((await shown("oil gas", "T", text, { anchors })).bestPassage).toEqual({ id: "second", heading: "Second" });
  });

  it("is undefined if the opening has as many", async () => {
    expect((await shown("a3 oil", "T", `oil ${text}`, { anchors })).bestPassage).toBeUndefined();
    expect((await shown("a3", "T", text, { anchors })).bestPassage).toBeUndefined();
  });
});

it("the marks are the words as the story spells them, folded", async () => {
  expect((await shown("zurich oil", "T", "Zürich, oil. Zurich and Oil")).marks).toEqual(["zurich", "oil"]);
});
