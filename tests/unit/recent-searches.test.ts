import { describe, expect, it } from "vitest";
import { readQueries, withQuery } from "../../src/browser/search/recent-searches.ts";

describe("recent searches", () => {
  it("have the newest first, without duplicates that differ only in case", () => {
    expect(withQuery(["yield", "brent"], "oil")).toEqual(["oil", "yield", "brent"]);
    expect(withQuery(["yield", "brent"], "Brent")).toEqual(["Brent", "yield"]);
  });

  it("are eight at most", () => {
    expect(withQuery(["1", "2", "3", "4", "5", "6", "7", "8"], "9")).toEqual(["9", "1", "2", "3", "4", "5", "6", "7"]);
  });

  it.each([null, "", "no list", "{}", "3", '"brent"', "[1, null, {}]"])("are empty where %j is stored", (stored) => {
    expect(readQueries(stored)).toEqual([]);
  });

  it("are the non-empty strings of the stored list", () => {
    expect(readQueries('["brent", "", 3, "yield"]')).toEqual(["brent", "yield"]);
  });
});
