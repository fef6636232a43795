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
])("a word is compared without its diacritics and signs: %s as %j", (written, folded) => {
  expect(foldWord(written)).toBe(folded);
});

it("a word that Pagefind is asked for keeps its diacritics, so that it can prefer them", () => {
  expect(plainWord("“Zürich’s")).toBe("zürichs");
});

it("words that a hyphen, a dash or a slash joins are words of their own", () => {
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
