import { describe, expect, it } from "vitest";
import { findMatches, parseHighlightQuery } from "../../src/browser/highlights/find-matches.ts";

const queryWords = (mark: string) => [...parseHighlightQuery(`?${new URLSearchParams({ mark })}`)];

describe("the words to highlight in an address", () => {
  it("are separated by spaces, distinct, and in the order of the address", () => {
    expect([...parseHighlightQuery("?q=gold&mark=oil+brent%20oil++gas")]).toEqual(["oil", "brent", "gas"]);
  });

  it("are none if the parameter is missing or empty", () => {
    expect([
      ...parseHighlightQuery(""),
      ...parseHighlightQuery("?q=oil"),
      ...parseHighlightQuery("?mark"),
      ...parseHighlightQuery("?mark="),
    ]).toEqual([]);
  });

  it("may have diacritics and punctuation", () => {
    expect(queryWords("China’s ZÜRICH 117.29")).toEqual(["china", "zurich", "117.29"]);
  });

  it("are at most twenty", () => {
    expect(queryWords(Array.from({ length: 30 }, (_, index) => `w${index}`).join(" "))).toHaveLength(20);
  });

  it.each([
    ["too long", "x".repeat(61)],
    ["of ten thousand characters", "long".repeat(2_500)],
    ["without a letter or digit", "— … $ 😀 👩‍💻"],
    ["of combining marks alone", "\u0301\u0308"],
  ])("are ignored if they are %s", (_, mark) => {
    expect(queryWords(mark)).toEqual([]);
  });

  it("may have up to sixty characters", () => {
    expect(queryWords("x".repeat(60))).toEqual(["x".repeat(60)]);
  });
});

describe("words in a text", () => {
  const found = (text: string, ...words: readonly string[]) =>
    findMatches(text, new Set(words)).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["in any case", "Brent and BRENT", ["brent"], ["Brent", "BRENT"]],
    ["with diacritics, composed or not", "Zürich, Zu\u0308rich", ["zurich"], ["Zürich", "Zu\u0308rich"]],
    ["with a mark on their last letter", "le cafe\u0301!", ["cafe"], ["cafe\u0301"]],
    ["without punctuation around them", "“Brent”, (oil): $117.29.", ["brent", "oil", "117.29"], ["Brent", "oil", "117.29"]],
    ["with punctuation within them", "China’s 1,024", ["china", "1024"], ["China’s", "1,024"]],
    ["as a whole only", "oils spoil oil", ["oil"], ["oil"]],
    ["joined, as a whole", "a long-term view, and/or not", ["longterm", "andor"], ["long-term", "and/or"]],
    ["joined, one by one", "oil–price, long-term; 2026—27", ["oil", "term", "27"], ["oil", "term", "27"]],
    ["joined by single letters and figures", "T-Mobile’s 24/7, S&P", ["tmobile", "24-7", "sp"], ["T-Mobile’s", "24/7", "S&P"]],
    ["with their minus sign or without", "−0.4 or 0.4", ["-0.4"], ["0.4"]],
    ["spelt with other letters", "Łódź, Strauß", ["lodz", "strauss"], ["Łódź", "Strauß"]],
    ["joined, each of several", "US/EU", ["us", "eu"], ["US", "EU"]],
    ["separated by any white space", "oil\u00A0gas\toil\ngas", ["oil"], ["oil", "oil"]],
    ["from right to left", "\u200Fשלום עולם", ["שלום"], ["שלום"]],
    ["beyond the basic plane", "the 𝐨𝐢𝐥 price of 𐌰𐌻𐌴𐍅", ["oil", "𐌰𐌻𐌴𐍅"], ["𝐨𝐢𝐥", "𐌰𐌻𐌴𐍅"]],
  ])("are found %s", (_, text, words, matches) => {
    expect(found(text, ...words)).toEqual(matches);
  });

  it("have the normalized word", () => {
    expect(findMatches("In Zürich’s banks", new Set(["zurich"]))).toMatchObject([{ start: 3, end: 11, word: "zurich" }]);
  });

  it("are not found in a text without them", () => {
    expect(found("", "oil")).toEqual([]);
    expect(found(" — ! ", "oil", "")).toEqual([]);
  });

  it("are found quickly in a text of 100,000 characters", () => {
    expect(found(`${"-".repeat(100_000)}oil ${"’".repeat(100_000)} ${"a-".repeat(50_000)}`, "oil")).toEqual(["oil"]);
  });
});
