import { describe, expect, it } from "vitest";
import {
  partitionOf,
  partitionVocabulary,
  readVocabulary,
  sharedWords,
  vocabularyOf,
  writeVocabulary,
} from "../../src/formats/search/vocabulary.ts";

describe("a vocabulary", () => {
  it("has the words of HTML texts, each with the number of its stories", () => {
    const texts = ['<h1 class="classy">Oil &amp; gas</h1><p>Oil prices in Zürich.</p>', "<p>Gas, gas–oil: <em>gas</em></p>"];
    expect([...vocabularyOf(texts)]).toEqual([
      ["oil", 2],
      ["gas", 2],
      ["prices", 1],
      ["zurich", 1],
    ]);
  });

  it("has no numbers, and no words too short or too long to be corrected", () => {
    expect([...vocabularyOf([`to 2026 1990s ${"a".repeat(31)} ${"b".repeat(30)}`]).keys()]).toEqual(["b".repeat(30)]);
  });

  it("round-trips, sorted", () => {
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

  it("of few words has one partition", () => {
    const vocabulary = new Map([
      ["trade", 12],
      ["مرحبا", 1],
    ]);
    const partitions = partitionVocabulary(vocabulary);
    expect([...partitions.values()]).toEqual([vocabulary]);
    expect(["trade", "oil", "مرحبا"].map((word) => partitionOf(word, [...partitions.keys()]))).toEqual(
      Array(3).fill([...partitions.keys()][0]),
    );
  });

  it("of many words is partitioned, with every word in the partition of its first letter", () => {
    const letters = "abcdefghijklmnopqrstuvwxyzم";
    const many = [...letters].flatMap((a) => Array.from({ length: 400 }, (_, number) => [`${a}${number}`, 1] as const));
    const partitions = partitionVocabulary(new Map(many));
    const names = [...partitions.keys()];
    expect(names).toHaveLength(letters.length);
    expect(many.filter(([word]) => !partitions.get(partitionOf(word, names))?.has(word))).toEqual([]);
    expect([...partitions.values()].reduce((sum, { size }) => sum + size, 0)).toBe(many.length);
  });

  it("may be empty", () => {
    expect(readVocabulary(writeVocabulary(new Map())).size).toBe(0);
  });
});

it("shared words are those of every text, short ones and numbers included", () => {
  expect(sharedWords(["<p>Of Zürich in 2026</p>", "<p>In 2026: of zurich, of oil</p>"])).toEqual(["2026", "in", "of", "zurich"]);
  expect(sharedWords(["<p>Oil</p>", "<p>Gas</p>"])).toEqual([]);
  expect(sharedWords([])).toEqual([]);
});
