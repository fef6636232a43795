import { describe, expect, it } from "vitest";
import { readQueries, withQuery } from "../../src/browser/search/recent-searches.ts";

describe("recent searches", () => {
  it("have the newest first, each once whatever its capitals", () => {
    expect(withQuery(["yield", "brent"], "oil")).toEqual(["oil", "yield", "brent"]);
    expect(withQuery(["yield", "brent"], "Brent")).toEqual(["Brent", "yield"]);
  });

  it("are eight at most", () => {
    expect(withQuery(["1", "2", "3", "4", "5", "6", "7", "8"], "9")).toEqual(["9", "1", "2", "3", "4", "5", "6", "7"]);
  });

  it.each([null, "", "no list", "{}", "3", '"brent"', "[1, null, {}]"])("are none where %j was kept", (kept) => {
    expect(readQueries(kept)).toEqual([]);
  });

  it("are read from a list", () => {
    expect(readQueries('["brent", "", 3, "yield"]')).toEqual(["brent", "yield"]);
  });
});
