import { describe, expect, it } from "vitest";
import { markedStretches, markedWords } from "../../src/browser/highlights/marked-words.ts";

const asked = (mark: string) => [...markedWords(`?${new URLSearchParams({ mark })}`)];

describe("the words that an address asks to be marked", () => {
  it("are parted by spaces and named once, in the order of the address", () => {
    expect([...markedWords("?q=gold&mark=oil+brent%20oil++gas")]).toEqual(["oil", "brent", "gas"]);
  });

  it("are none without the parameter, and none in an empty one", () => {
    expect([...markedWords(""), ...markedWords("?q=oil"), ...markedWords("?mark"), ...markedWords("?mark=")]).toEqual([]);
  });

  it("may be written as in a text", () => {
    expect(asked("China’s ZÜRICH 117.29")).toEqual(["chinas", "zurich", "11729"]);
  });

  it("are twenty at most", () => {
    expect(asked(Array.from({ length: 30 }, (_, index) => `w${index}`).join(" "))).toHaveLength(20);
  });

  it.each([
    ["too long", "x".repeat(61)],
    ["of ten thousand characters", "long".repeat(2_500)],
    ["without a letter or digit", "— … $ 😀 👩‍💻"],
    ["of combining marks alone", "\u0301\u0308"],
  ])("are none where they are %s", (_, mark) => {
    expect(asked(mark)).toEqual([]);
  });

  it("are as long as sixty characters", () => {
    expect(asked("x".repeat(60))).toEqual(["x".repeat(60)]);
  });
});

describe("words in a text", () => {
  const found = (text: string, ...words: readonly string[]) =>
    markedStretches(text, new Set(words)).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["in any case", "Brent and BRENT", ["brent"], ["Brent", "BRENT"]],
    ["with diacritics, composed or not", "Zürich, Zu\u0308rich", ["zurich"], ["Zürich", "Zu\u0308rich"]],
    ["with a mark on their last letter", "le cafe\u0301!", ["cafe"], ["cafe\u0301"]],
    ["without the signs around them", "“Brent”, (oil): $117.29.", ["brent", "oil", "11729"], ["Brent", "oil", "117.29"]],
    ["with the signs within them", "China’s 1,024", ["chinas", "1024"], ["China’s", "1,024"]],
    ["as a whole only", "oils spoil oil", ["oil"], ["oil"]],
    ["joined, as a whole", "a long-term view, and/or not", ["longterm", "andor"], ["long-term", "and/or"]],
    ["joined, one by one", "oil–price, long-term; 2026—27", ["oil", "term", "27"], ["oil", "term", "27"]],
    ["joined, each of several", "US/EU", ["us", "eu"], ["US", "EU"]],
    ["parted by any white space", "oil\u00A0gas\toil\ngas", ["oil"], ["oil", "oil"]],
    ["from right to left", "\u200Fשלום עולם", ["שלום"], ["שלום"]],
    ["beyond the basic plane", "the 𝐨𝐢𝐥 price", ["𝐨𝐢𝐥"], ["𝐨𝐢𝐥"]],
  ])("are found %s", (_, text, words, stretches) => {
    expect(found(text, ...words)).toEqual(stretches);
  });

  it("are told by the word that was asked for", () => {
    expect(markedStretches("In Zürich’s banks", new Set(["zurichs"]))).toEqual([{ start: 3, end: 11, word: "zurichs" }]);
  });

  it("are none in a text that has none", () => {
    expect(found("", "oil")).toEqual([]);
    expect(found(" — ! ", "oil", "")).toEqual([]);
  });

  it("are found at once in a text of a hundred thousand signs", () => {
    expect(found(`${"-".repeat(100_000)}oil ${"’".repeat(100_000)} ${"a-".repeat(50_000)}`, "oil")).toEqual(["oil"]);
  });
});
