import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/browser/search/engine/did-you-mean.ts";
import { mergeCorrections, Spelling } from "../../src/browser/search/engine/spelling.ts";
import { FakeVolume } from "./fake-volume.ts";

async function meant(query: string, ...texts: readonly string[]) {
  const volumes = await Promise.all(
    texts.map(async (text, index) => {
      const volume = new FakeVolume(2026 - index, [{ title: text }]);
      return { volume, spelling: await Spelling.of(await volume.vocabulary()) };
    }),
  );
  return didYouMean(query, volumes);
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

  it("differ by at most two letters wrong, missing or too many", () => {
    expect(
      spelling
        .corrections("tarif")
        .map(({ word, edits }) => `${word} ${edits}`)
        .sort(),
    ).toEqual(["tariff 1", "tariffs 2"]);
  });

  it("of a short word differ by one", () => {
    expect(spelling.corrections("oli")).toEqual([]);
    expect(spelling.corrections("oyl")).toEqual([{ word: "oil", edits: 1, stories: 5 }]);
  });

  it("of several volumes come with the fewest edits first, then by the number of their stories", () => {
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
    expect(await meant("intrest rates", "interest rates rise", "nothing")).toBe("interest rates");
  });

  it("corrects several words at once", async () => {
    expect(await meant("intrest raets", "interest rates rise")).toBe("interest rates");
  });

  it("corrects a word that exists elsewhere, where all words do", async () => {
    expect(await meant("policy race", "policy rate", "the race")).toBe("policy rate");
  });

  it("keeps quotation marks, signs and the other words as they are", async () => {
    expect(await meant(`"Intrest rates" -oil U.S.`, "interest rates of the US")).toBe(`"interest rates" -oil U.S.`);
  });

  it("takes the beginning of a word for what it is", async () => {
    expect(await meant("intrest rat", "interest rates rise")).toBe("interest rat");
  });

  it("suggests nothing that finds nothing", async () => {
    expect(await meant("zzzzzz", "interest rates")).toBeUndefined();
    expect(await meant("intrest tariffs", "interest rates", "tariffs")).toBeUndefined();
    expect(await meant("2027", "in 2026")).toBeUndefined();
  });
});

it("a search that is overtaken while words are put in order ends there", async () => {
  const vocabulary = new Map(Array.from({ length: 5000 }, (_, at) => [`word${at}`, 1]));
  let times = 0;
  const between = async (): Promise<void> => {
    times += 1;
    if (times === 3) throw new Error("Another search has begun.");
  };
  await expect(Spelling.of(vocabulary, between)).rejects.toThrow("Another search");
  expect(times).toBe(3);
});
