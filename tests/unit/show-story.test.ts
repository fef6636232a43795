import { describe, expect, it } from "vitest";
import type { PagefindStory } from "../../src/browser/search/engine/pagefind.ts";
import { matchShard } from "../../src/browser/search/engine/shard-matches.ts";
import { showStory } from "../../src/browser/search/engine/show-story.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
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
