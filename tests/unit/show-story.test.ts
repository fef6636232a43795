import { describe, expect, it } from "vitest";
import type { PagefindStory } from "../../src/browser/search/engine/pagefind.ts";
import { showStory } from "../../src/browser/search/engine/show-story.ts";
import { matchVolume } from "../../src/browser/search/engine/volume-matches.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { FakeVolume } from "./fake-volume.ts";

/** A story found by a query, all words equally rare if nothing is said, with what else Pagefind would know of it. */
async function shown(
  query: string,
  title: string,
  text: string,
  about: Partial<PagefindStory> = {},
  rarities: readonly number[] = [],
) {
  const volume = new FakeVolume(2026, [{ title, text }]);
  const matches = await matchVolume(volume, parseQuery(query));
  const [id = ""] = matches.stories;
  const story = { ...(await volume.story(id)), ...about };
  return showStory(
    { id, matches },
    story,
    matches.postings.map((_, term) => rarities[term] ?? 1),
  );
}

const written = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
const words = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(" ");

describe("an excerpt", () => {
  it("is where the words stand closest, each marked", async () => {
    const text = `${words(40, "a")} oil ${words(60, "b")} oil and gas prices ${words(60, "c")}`;
    const { excerpt } = await shown("oil gas ", "Title", text);
    expect(written(excerpt)).toMatch(/^… b56 b57 b58 b59 \[oil\] and \[gas\] prices c0 .* c21 …$/);
  });

  it("leaves out the headline, and is whole where the story is short", async () => {
    expect(written((await shown("oil", "Oil", "Brent “oil.” Done.")).excerpt)).toBe("Brent “[oil].” Done.");
  });

  it("is the standfirst where the text has none of the words", async () => {
    const meta = { title: "Oil", standfirst: "What it costs.", section: "Politics", topics: "", authors: "" };
    expect((await shown("oil", "Oil", "Nothing.", { meta })).excerpt).toEqual([{ text: "What it costs.", marked: false }]);
  });

  it("marks the words that tell most among those that the story has", async () => {
    const rarities = [0.1, 2, 5];
    expect(written((await shown("the oil tariffs ", "T", "of the oil of the", {}, rarities)).excerpt)).toBe(
      "of the [oil] of the",
    );
    expect(written((await shown("the tariffs ", "T", "of the", {}, rarities)).excerpt)).toBe("of [the]");
  });

  it("is text, whatever it looks like", async () => {
    expect(written((await shown("oil", "T", "<img src=x> &lt; oil </mark>")).excerpt)).toBe("<img src=x> &lt; [oil] </mark>");
  });
});

describe("the best part of a story", () => {
  const text = `${words(10, "a")} First ${words(9, "b")} oil Second oil gas ${words(9, "c")}`;
  const anchors = [
    { element: "h2", id: "first", text: "First", location: 11 },
    { element: "h2", id: "second", text: " Second ", location: 22 },
    { element: "p", id: "not-a-heading", text: "oil", location: 0 },
  ];

  it("is the one that holds most of the words", async () => {
    expect((await shown("oil gas", "T", text, { anchors })).bestPart).toEqual({ id: "second", heading: "Second" });
  });

  it("is none where the opening holds as much", async () => {
    expect((await shown("a3 oil", "T", `oil ${text}`, { anchors })).bestPart).toBeUndefined();
    expect((await shown("a3", "T", text, { anchors })).bestPart).toBeUndefined();
  });
});

it("the words to be marked are those that the story has, folded", async () => {
  expect((await shown("zurich oil", "T", "Zürich, oil. Zurich and Oil")).marks).toEqual(["zurich", "oil"]);
});
