import { describe, expect, it } from "vitest";
import { readVocabulary, vocabularyOf, wordsOfAll, writeVocabulary } from "../../src/newsroom/search/vocabulary.ts";

describe("a vocabulary", () => {
  it("has the words of texts without markup, each with the number of its stories", () => {
    const texts = ['<h1 class="classy">Oil &amp; gas</h1><p>Oil prices in Zürich.</p>', "<p>Gas, gas–oil: <em>gas</em></p>"];
    expect([...vocabularyOf(texts)]).toEqual([
      ["oil", 2],
      ["gas", 2],
      ["prices", 1],
      ["zurich", 1],
    ]);
  });

  it("has no numbers, and no words too short or too long to be mistyped and recognised", () => {
    expect([...vocabularyOf([`to 2026 1990s ${"a".repeat(31)} ${"b".repeat(30)}`]).keys()]).toEqual(["b".repeat(30)]);
  });

  it("comes back as it was written, in the order of the alphabet", () => {
    const vocabulary = new Map([
      ["trade", 12],
      ["tariffs", 1],
      ["tariff", 3],
      ["مرحبا", 1],
      ["t".repeat(30), 2],
    ]);
    const text = writeVocabulary(vocabulary);
    expect([...readVocabulary(text)]).toEqual([...vocabulary].sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(text.split("\n")[1]).toBe("6s");
  });

  it("may be empty", () => {
    expect(readVocabulary(writeVocabulary(new Map())).size).toBe(0);
  });
});

it("the words of all texts are those that each of them has, the short ones and the numbers too", () => {
  expect(wordsOfAll(["<p>Of Zürich in 2026</p>", "<p>In 2026: of zurich, of oil</p>"])).toEqual(["2026", "in", "of", "zurich"]);
  expect(wordsOfAll(["<p>Oil</p>", "<p>Gas</p>"])).toEqual([]);
  expect(wordsOfAll([])).toEqual([]);
});
