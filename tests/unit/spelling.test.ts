import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/browser/search/engine/did-you-mean.ts";
import { mergeCorrections, Spelling } from "../../src/browser/search/engine/spelling.ts";
import { FakeShard } from "./fake-shard.ts";

async function corrected(query: string, ...texts: readonly string[]) {
  const shards = await Promise.all(
    texts.map(async (text, index) => {
      const shard = new FakeShard(2026 - index, [{ title: text }]);
      return { shard, spelling: await Spelling.of(await shard.vocabulary()) };
    }),
  );
  return didYouMean(query, shards);
}

describe("corrections", async () => {
  const spelling = await Spelling.of(
    new Map([
      ["tariff", 3],
      ["tariffs", 1],
      ["traffic", 9],
      ["oil", 5],
      ["soil", 1],
      ["boiler", 1],
    ]),
  );

  it("are within edit distance 2", () => {
    expect(
      spelling
        .corrections("tarif")
        .map(({ word, edits }) => `${word} ${edits}`)
        .sort(),
    ).toEqual(["tariff 1", "tariffs 2"]);
  });

  it("of a short word are within edit distance 1", () => {
    expect(spelling.corrections("oli")).toEqual([]);
    expect(spelling.corrections("oyl")).toEqual([{ word: "oil", edits: 1, stories: 5 }]);
  });

  it("of several shards are merged: fewest edits first, then most stories", () => {
    const one = [
      { word: "rate", edits: 1, stories: 2 },
      { word: "rats", edits: 2, stories: 50 },
    ];
    const other = [
      { word: "rate", edits: 1, stories: 3 },
      { word: "race", edits: 1, stories: 4 },
    ];
    expect(mergeCorrections([one, other]).map(({ word }) => word)).toEqual(["rate", "race", "rats"]);
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
});

it("building the radix tree is cancelled by its checkpoint", async () => {
  const vocabulary = new Map(Array.from({ length: 5000 }, (_, at) => [`word${at}`, 1]));
  let times = 0;
  const checkpoint = async (): Promise<void> => {
    times += 1;
    if (times === 3) throw new Error("A newer search has started.");
  };
  await expect(Spelling.of(vocabulary, checkpoint)).rejects.toThrow("A newer search");
  expect(times).toBe(3);
});
