import { describe, expect, it } from "vitest";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { foldWord } from "../../src/formats/search/words.ts";

const termsOf = (query: string) => parseQuery(query).terms.map(({ word, isPrefix }) => (isPrefix ? `${word}…` : word));

describe("a query", () => {
  it("consists of words, of which the last may be a prefix", () => {
    expect(termsOf("Brent oil ")).toEqual(["brent", "oil…"]);
  });

  it("has no duplicate words", () => {
    expect(termsOf("oil Oil zürich Zurich x")).toEqual(["oil", "zurich", "x…"]);
  });

  it.each([`"central bank" rates`, "“central bank” rates", "«central bank» rates", "„central bank“ rates"])(
    "%s has a phrase",
    (query) => {
      expect(parseQuery(query)).toMatchObject({ phrases: [["central", "bank"]], excluded: [] });
      expect(termsOf(query)).toEqual(["central", "bank", "rates…"]);
    },
  );

  it("takes the words of a phrase as whole words, unless the phrase is still being typed", () => {
    expect(termsOf(`rates "central bank"`)).toEqual(["rates", "central", "bank"]);
    expect(termsOf(`"european central ban`)).toEqual(["european", "central", "ban…"]);
    expect(parseQuery(`"european central ban`).phrases).toEqual([["european", "central"]]);
  });

  it("takes a word within quotation marks as a whole word", () => {
    expect(parseQuery(`"bank"`)).toMatchObject({ terms: [{ word: "bank", isPrefix: false }], phrases: [] });
  });

  it.each(["-brent", "−brent", "–brent"])("excludes the word of %s", (exclusion) => {
    expect(parseQuery(`oil ${exclusion}`)).toMatchObject({ terms: [{ word: "oil" }], excluded: [["brent"]] });
  });

  it("excludes a phrase", () => {
    expect(parseQuery(`oil -"north sea"`).excluded).toEqual([["north", "sea"]]);
  });

  it.each(["−0.4%", "-0.4%", "–3", "-$5bn", "−€2", "-.5", "inflation -0.7%"])(
    "excludes nothing by the minus sign of %s",
    (query) => {
      expect(parseQuery(query).excluded).toEqual([]);
      expect(parseQuery(query).compounds.map(({ word }) => word)).toEqual([foldWord(query.split(" ").at(-1) ?? "")]);
    },
  );

  it("excludes a figure within quotation marks, and a compound however it is spelt", () => {
    expect(parseQuery('oil -"0.4"').excluded).toEqual([["0.4"]]);
    expect(parseQuery("oil -e-mail").excluded).toEqual([["e", "mail"], ["email"]]);
  });

  it("has compounds, whose parts are no words that a story must have", () => {
    expect(parseQuery("T-Mobile 24/7 deal")).toMatchObject({
      compounds: [
        { parts: ["t", "mobile"], word: "tmobile", isPrefix: false },
        { parts: ["24", "7"], word: "24-7", isPrefix: false },
      ],
      phrases: [],
    });
    const required = (query: string) => parseQuery(query).terms.flatMap(({ word, isPart }) => (isPart ? [] : [word]));
    expect(required("T-Mobile 24/7 deal")).toEqual(["deal"]);
    expect(required("T-Mobile mobile")).toEqual(["mobile"]);
    expect(parseQuery("long-ter").compounds).toEqual([{ parts: ["long", "ter"], word: "longter", isPrefix: true }]);
    expect(parseQuery('"T-Mobile deal"')).toMatchObject({ compounds: [], phrases: [["t", "mobile", "deal"]] });
  });

  it("excludes nothing where a hyphen joins two words", () => {
    expect(parseQuery("long-term debt")).toMatchObject({
      excluded: [],
      terms: [{ word: "long" }, { word: "term" }, { word: "debt" }],
    });
  });

  it("is blank only if it is empty", () => {
    expect(parseQuery("  ")).toMatchObject({ isBlank: true, terms: [] });
    expect(parseQuery("??? 😀")).toMatchObject({ isBlank: false, terms: [] });
  });

  it("is cut off if it is longer than any headline", () => {
    const words = Array.from({ length: 5_000 }, (_, index) => `word${index}`);
    expect(parseQuery(words.join(" ")).terms).toHaveLength(40);
  });
});
