import { expect, it } from "vitest";
import { foldWord, plainWord, wordsOf } from "../../src/formats/search/words.ts";

it.each([
  ["Zürich", "zurich"],
  ["“China’s", "chinas"],
  ["$117.29", "11729"],
  ["U.S.", "us"],
  ["snake_case", "snake_case"],
  ["ÅNGSTRÖM", "angstrom"],
  ["— …", ""],
])("a word is compared without diacritics and punctuation: %s as %j", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

it("a word that Pagefind searches for keeps its diacritics, so that it can prefer them", () => {
  expect(plainWord("“Zürich’s")).toBe("zürichs");
});

it("words joined by a hyphen, a dash or a slash are separate words", () => {
  expect(wordsOf("long-term Brent—oil 2026–27 half/whole co‑op −5 … -")).toEqual([
    "long",
    "term",
    "Brent",
    "oil",
    "2026",
    "27",
    "half",
    "whole",
    "co",
    "op",
    "5",
  ]);
});
