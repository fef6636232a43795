import { describe, expect, it } from "vitest";
import { indexedWords, indexSpelling } from "../../src/formats/search/indexed-words.ts";
import { foldWord, tokensOf, wordsOf } from "../../src/formats/search/words.ts";

/** As `email{e mail}` where a token is more than its only part. */
const tokens = (text: string) =>
  tokensOf(text)
    .map(({ word, parts }) => (word === parts[0]?.word ? word : `${word}{${parts.map((part) => part.word).join(" ")}}`))
    .join(" ");

describe("a word is compared", () => {
  it.each([
    ["without diacritics", "Zürich ÅNGSTRÖM Ḥamā", "zurich angstrom hama"],
    ["without punctuation around it", "“Brent”, (oil): $117.29. €5bn — … -", "brent oil 117.29 5bn"],
    [
      "with letters that have no diacritic as others",
      "Łódź Øre Strauß STRAẞE Ærø Đà ıstanbul İstanbul",
      "lodz ore strauss strasse aero da istanbul istanbul",
    ],
    ["without ligatures and other forms of letters", "ﬁrst oﬃce ＧＤＰ Ⅷ CO₂ km²", "first office gdp viii co2 km2"],
    ["without invisible characters", "co\u00ADoperate \uFEFFoil\u200B \u200Fשלום", "cooperate oil שלום"],
    ["whatever its last sigma", "ΤΙΜΕΣ τιμεσ τιμες", "τιμεσ τιμεσ τιμεσ"],
  ])("%s", (_, text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it.each([
    ["GDP’s GDP's GDPʼs gdp’S", "gdp gdp gdp gdp"],
    ["EU’s G7’s Paris’s US’s U.S.’s BRICS’ banks’", "eu g7 paris us us brics banks"],
    ["women’s Moody’s Łódź’s 1990’s O’Neill’s", "women moody lodz 1990 oneill"],
    ["T-Mobile’s film-maker’s S&P’s", "tmobile{t mobile} filmmaker{film maker} sp{s p}"],
    ["’s s it’s Johns", "s s it johns"],
  ])("without a possessive ending: %s", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });
});

it.each([
  ["T-Mobile e-mail USB-C X-date T-bill", "tmobile{t mobile} email{e mail} usbc{usb c} xdate{x date} tbill{t bill}"],
  ["co‑op co‐op long-term state-of-the-art", "coop{co op} coop{co op} longterm{long term} stateoftheart{state of the art}"],
  ["TAT-8 5-year G-7 COVID-19 Q4/2025", "tat8{tat 8} 5year{5 year} g7{g 7} covid19{covid 19} q4-2025{q4 2025}"],
  ["24/7 9/11 2-1 2026–27 12:30", "24-7{24 7} 9-11{9 11} 2-1{2 1} 2026-27{2026 27} 12-30{12 30}"],
  ["EUR/USD P/E S&P AT&T 25°C snake_case", "eurusd{eur usd} pe{p e} sp{s p} att{at t} 25c{25 c} snakecase{snake case}"],
  ["J.P.Morgan Ph.D. econotimes.com", "jpmorgan{jp morgan} phd{ph d} econotimescom{econotimes com}"],
])("the parts of a compound are words, and so is the whole: %s", (text, expected) => {
  expect(tokens(text)).toBe(expected);
});

it.each([
  ["Brent—oil oil–price end.)(Start word,word said:yes", "brent oil oil price end start word word said yes"],
  ["a … b -- c -", "a b c"],
])("a dash or other punctuation makes no compound: %s", (text, expected) => {
  expect(tokens(text)).toBe(expected);
});

it.each([
  ["1.05 105 3.5% 35 117.29.", "1.05 105 3.5 35 117.29"],
  ["1,529.46 1,529,000m 1’529 12,5", "1529.46 1529000m 1529 12 5"],
  ["−0.4% -0.4 –0.4% (−3) -$5bn −€2", "-0.4{0.4} -0.4{0.4} -0.4{0.4} -3{3} -5bn{5bn} -2{2}"],
  ["1−2 5-7 oil-5", "1-2{1 2} 5-7{5 7} oil5{oil 5}"],
  [".5 -.5 ...5", "0.5 -0.5{0.5} 5"],
  ["22.11.2026 v1.2.3", "22-11-2026{22 11 2026} v1-2-3{v1 2 3}"],
  ["2½ 10³ ½", "2-1-2{2 1-2} 10-3{10 3} 1-2"],
  ["U.S. e.g. a.m. D.C.", "us eg am dc"],
])("a figure keeps its point and its sign: %s", (text, expected) => {
  expect(tokens(text)).toBe(expected);
});

it.each(["Zürich’s", "T-Mobile’s", "24/7", "−0.4%", "1,529.46", "22.11.2026", "2½", "S&P", "U.S.’s", "Strauß"])(
  "a folded word is folded: %s",
  (word) => {
    expect(foldWord(foldWord(word))).toBe(foldWord(word));
  },
);

it("words are found as written, the parts of compounds one by one", () => {
  expect(wordsOf("Zürich’s long-term Brent—oil 2026–27 half/whole $117.29, … -")).toEqual([
    "Zürich’s",
    "long",
    "term",
    "Brent",
    "oil",
    "2026",
    "27",
    "half",
    "whole",
    "117.29",
  ]);
});

it("the index has all words side by side, then compounds and figures with their sign", () => {
  const text = "An e-mail of −0.4%";
  const { words, compounds } = indexedWords(text);
  expect(words.map(({ word }) => word)).toEqual(["an", "e", "mail", "of", "0.4"]);
  expect(compounds.map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
    ["email", "e-mail"],
    ["-0.4", "0.4"],
  ]);
});

it("no two words have one spelling in the index, and each is of letters and digits only", () => {
  const spellings = ["1.05", "105", "1-05", "-105"].map(indexSpelling);
  expect(new Set(spellings).size).toBe(4);
  expect(spellings.join("")).toMatch(/^[\p{L}\p{N}]+$/u);
});
