import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/browser/search/engine/did-you-mean.ts";
import { correctRareMisspelling } from "../../src/browser/search/engine/rare-misspelling.ts";
import { matchShard } from "../../src/browser/search/engine/shard-matches.ts";
import { correctionsOf } from "../../src/browser/search/engine/spelling.ts";
import { parseQuery } from "../../src/formats/search/search-query.ts";
import { FakeShard } from "./fake-shard.ts";

/** A shard for each text, of one story. */
function shardsOf(texts: readonly string[]) {
  return texts.map((text, index) => new FakeShard(2026 - index, [{ title: text }]));
}

async function correct(query: string, ...texts: readonly string[]) {
  const shards = shardsOf(texts);
  return didYouMean(query, await Promise.all(shards.map(async (shard) => ({ shard, vocabulary: await shard.vocabulary() }))));
}

const corrected = async (query: string, ...texts: readonly string[]) => (await correct(query, ...texts))?.query;

describe("corrections of a word", () => {
  const vocabulary = new Map([
    ["tariff", 3],
    ["tariffs", 1],
    ["traffic", 9],
    ["oil", 5],
    ["soil", 1],
    ["boiler", 1],
  ]);
  const found = async (word: string, ...vocabularies: readonly ReadonlyMap<string, number>[]) =>
    (await correctionsOf(word, vocabularies)).map((each) => `${each.word} ${each.edits}`);

  it("are within edit distance 2", async () => {
    expect(await found("tarif", vocabulary)).toEqual(["tariff 1", "tariffs 2"]);
  });

  it("of a short word are within edit distance 1", async () => {
    expect(await found("iil", vocabulary)).toEqual(["oil 1"]);
    expect(await found("ooo", vocabulary)).toEqual([]);
  });

  it("count a swap of neighbours as one edit", async () => {
    expect(await found("oli", vocabulary)).toEqual(["oil 1"]);
    expect(await found("traiff", vocabulary)).toEqual(["tariff 1", "tariffs 2"]);
  });

  it("of several vocabularies are merged: fewest edits first, then most stories", async () => {
    const other = new Map([
      ["tariffs", 4],
      ["tarifs", 2],
    ]);
    expect(await found("tarif", vocabulary, other)).toEqual(["tariff 1", "tarifs 1", "tariffs 2"]);
    expect(await correctionsOf("tariff", [vocabulary, other])).toContainEqual({ word: "tariffs", edits: 1, stories: 5 });
  });

  it("are cancelled by their checkpoint", async () => {
    let times = 0;
    const checkpoint = async (): Promise<void> => {
      times += 1;
      if (times === 3) throw new Error("A newer search has started.");
    };
    await expect(correctionsOf("tarif", Array(9).fill(vocabulary), checkpoint)).rejects.toThrow("A newer search");
    expect(times).toBe(3);
  });
});

describe("did you mean", () => {
  it("corrects the word that no story has", async () => {
    expect(await corrected("intrest rates", "interest rates rise", "nothing")).toBe("interest rates");
  });

  it("corrects several words together", async () => {
    expect(await corrected("intrest raets", "interest rates rise")).toBe("interest rates");
  });

  it("corrects any word if all of them are known", async () => {
    expect(await corrected("policy race", "policy rate", "the race")).toBe("policy rate");
  });

  it("leaves quotation marks, punctuation and other words unchanged", async () => {
    expect(await corrected(`"Intrest rates" -oil U.S.`, "interest rates of the US")).toBe(`"interest rates" -oil U.S.`);
  });

  it("does not correct a prefix", async () => {
    expect(await corrected("intrest rat", "interest rates rise")).toBe("interest rat");
  });

  it("suggests no query without results", async () => {
    expect(await corrected("zzzzzz", "interest rates")).toBeUndefined();
    expect(await corrected("intrest tariffs", "interest rates", "tariffs")).toBeUndefined();
    expect(await corrected("2027", "in 2026")).toBeUndefined();
  });

  it.each([
    ["tresury yeild", "treasury yield", "the treasury yield was held", "treasury held", "treasury held"],
    ["yeild cruve", "yield curve", "a yield curve", "held crude", "weld rule"],
    ["cetnral bnak", "central bank", "the central bank", "central bake"],
    ["oil pirce", "oil price", "oil price", "pierce for oil", "pierce or oil"],
    ["infltaion", "inflation", "inflation", "inflection"],
  ])("takes a swap of neighbours in %s for one edit, and finds %s", async (query, expected, ...texts) => {
    expect(await corrected(query, ...texts)).toBe(expected);
  });

  it.each([
    ["intrest ratw", "interest rate", "interest in a rats", "interest rate", "interest in rats"],
    ["trade detl", "trade deal", "trade of debt", "a trade deal", "debt and trade"],
    ["oil pruce", "oil price", "oil and spruce prune", "the oil price", "prune or oil", "prune the oil"],
    ["labpr marker", "labor market", "market for labor", "labor market"],
  ])("corrects %s to words that stand together: %s", async (query, expected, ...texts) => {
    expect(await corrected(query, ...texts)).toBe(expected);
  });

  it.each([
    ["one slight slip", true, "infltion", ["inflation"]],
    ["two slips in a long word", true, "goverrnmnt", ["government"]],
    ["a slip in each of two words", true, "tresury yeild", ["treasury yield"]],
    ["singular and plural of the same stories", true, "tarifs", ["tariff tariffs"]],
    ["one word in far more stories than another", true, "gobal", ["global", "global", "global", "global", "goal"]],
    [
      "a word in far more stories than another that is its beginning",
      true,
      "markt",
      ["market", "market", "market", "market", "mark"],
    ],
    ["two words in about as many stories", false, "gobal", ["global", "global", "goal"]],
    ["two slips in a word of seven letters", false, "intrast", ["interest"]],
    ["a slip in a word of three letters", false, "oyl", ["oil"]],
    ["known words that never stand in one story", false, "policy race", ["policy rate", "the race"]],
  ])("is sure or not of %s: %s", async (_, isSure, query, texts) => {
    expect(await correct(query, ...texts)).toMatchObject({ isSure });
  });
});

describe("a misspelling that a story or two have", () => {
  const corrects = async (query: string, ...texts: readonly string[]) => {
    const matches = await Promise.all(shardsOf(texts).map((shard) => matchShard(shard, parseQuery(query))));
    return correctRareMisspelling(query, matches);
  };
  const five = (text: string) => Array.from({ length: 5 }, () => text);

  it.each([
    ["goverment", "government"],
    ["seperate", "separate"],
    ["parliment", "parliament"],
    ["presidnet", "president"],
    ["comittee", "committee"],
  ])("is corrected: %s to %s", async (misspelt, meant) => {
    expect(await corrects(misspelt, `a ${misspelt}`, ...five(`the ${meant}`))).toBe(meant);
    expect(await corrects(`${misspelt} said`, `a ${misspelt} said`, ...five(`the ${meant} said`))).toBe(`${meant} said`);
  });

  it.each([
    ["another word of other consonants", "marked", ["marked", ...five("market")]],
    ["another word of another first letter", "effects", ["effects", ...five("affects")]],
    ["a short word", "from", ["from", ...five("form")]],
    ["a word with few stories more", "goverment", ["goverment", "goverment", ...five("government")]],
    ["a word of three stories", "goverment", [...Array(3).fill("goverment"), ...Array(20).fill("government")]],
    ["two slips", "govermant", ["govermant", ...five("government")]],
    ["a word that finds no more stories with the others", "goverment oil", ["goverment oil", ...five("government")]],
    ["a word that is still being typed", "govermen", ["goverment", ...five("government")]],
  ])("is not corrected if it may be %s", async (_, query, texts) => {
    expect(await corrects(query, ...texts)).toBeUndefined();
  });
});
