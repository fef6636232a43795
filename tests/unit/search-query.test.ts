import { describe, expect, it } from "vitest";
import { parseQuery } from "../../src/formats/search/search-query.ts";

const termsOf = (query: string) => parseQuery(query).terms.map(({ word, isBeginning }) => (isBeginning ? `${word}…` : word));

describe("a query", () => {
  it("is its words, of which the last may be the beginning of one, from three letters on", () => {
    expect(termsOf("Brent oil ")).toEqual(["brent", "oil…"]);
  });

  it("has each word once, however often it is written", () => {
    expect(termsOf("oil Oil zürich Zurich x")).toEqual(["oil", "zurich", "x…"]);
  });

  it.each([`"central bank" rates`, "“central bank” rates", "«central bank» rates", "„central bank“ rates"])(
    "%s has a phrase",
    (query) => {
      expect(parseQuery(query)).toMatchObject({ phrases: [["central", "bank"]], without: [] });
      expect(termsOf(query)).toEqual(["central", "bank", "rates…"]);
    },
  );

  it("takes the words of a phrase for whole ones, unless the phrase is still being typed", () => {
    expect(termsOf(`rates "central bank"`)).toEqual(["rates", "central", "bank"]);
    expect(termsOf(`"european central ban`)).toEqual(["european", "central", "ban…"]);
    expect(parseQuery(`"european central ban`).phrases).toEqual([["european", "central"]]);
  });

  it("takes one word within quotation marks for that word, and no longer one", () => {
    expect(parseQuery(`"bank"`)).toMatchObject({ terms: [{ word: "bank", isBeginning: false }], phrases: [] });
  });

  it.each(["-brent", "−brent", "–brent"])("keeps out what %s says", (without) => {
    expect(parseQuery(`oil ${without}`)).toMatchObject({ terms: [{ word: "oil" }], without: [["brent"]] });
  });

  it("keeps out a phrase", () => {
    expect(parseQuery(`oil -"north sea"`).without).toEqual([["north", "sea"]]);
  });

  it("has no words to keep out where a hyphen joins two", () => {
    expect(parseQuery("long-term debt")).toMatchObject({
      without: [],
      terms: [{ word: "long" }, { word: "term" }, { word: "debt" }],
    });
  });

  it("is blank only where nothing is written", () => {
    expect(parseQuery("  ")).toMatchObject({ isBlank: true, terms: [] });
    expect(parseQuery("??? 😀")).toMatchObject({ isBlank: false, terms: [] });
  });

  it("is cut where it is longer than any headline", () => {
    const words = Array.from({ length: 5_000 }, (_, index) => `word${index}`);
    expect(parseQuery(words.join(" ")).terms).toHaveLength(40);
  });
});
