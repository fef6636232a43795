import { describe, expect, it } from "vitest";
import {
  partFor,
  partsOf,
  readVocabulary,
  vocabularyOf,
  wordsOfAll,
  writeVocabulary,
} from "../../src/formats/search/vocabulary.ts";

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

  it("of few words is one part", () => {
    const vocabulary = new Map([
      ["trade", 12],
      ["مرحبا", 1],
    ]);
    const parts = partsOf(vocabulary);
    expect([...parts.values()]).toEqual([vocabulary]);
    expect(["trade", "oil", "مرحبا"].map((word) => partFor(word, [...parts.keys()]))).toEqual(
      Array(3).fill([...parts.keys()][0]),
    );
  });

  it("of many words is parted, and says of every word in which part it stands", () => {
    const letters = "abcdefghijklmnopqrstuvwxyzم";
    const many = [...letters].flatMap((a) => Array.from({ length: 400 }, (_, number) => [`${a}${number}`, 1] as const));
    const parts = partsOf(new Map(many));
    const names = [...parts.keys()];
    expect(names).toHaveLength(letters.length);
    expect(many.filter(([word]) => !parts.get(partFor(word, names))?.has(word))).toEqual([]);
    expect([...parts.values()].reduce((sum, { size }) => sum + size, 0)).toBe(many.length);
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
