import { describe, expect, it } from "vitest";
import { isSameRequest, takesThePlaceOf } from "../../src/browser/search/shown-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { sampleAnswer, sampleFound } from "./sample-answer.ts";

const of = (query: string, stories: number, isComplete: boolean) =>
  sampleAnswer({ request: { ...NO_REQUEST, query }, stories: Array.from({ length: stories }, () => sampleFound()), isComplete });

describe("an answer takes the place of the one on the screen", () => {
  it("when it is complete, whatever it holds", () => {
    expect(takesThePlaceOf(of("a", 3, true), of("b", 0, true))).toBe(true);
    expect(takesThePlaceOf(undefined, of("b", 0, true))).toBe(true);
  });

  it("when it has its first story", () => {
    expect(takesThePlaceOf(of("a", 3, true), of("b", 0, false))).toBe(false);
    expect(takesThePlaceOf(of("a", 3, true), of("b", 1, false))).toBe(true);
    expect(takesThePlaceOf(undefined, of("b", 0, false))).toBe(false);
  });

  it("when it has as many stories as are shown of the same search", () => {
    expect(takesThePlaceOf(of("a", 20, true), of("a", 3, false))).toBe(false);
    expect(takesThePlaceOf(of("a", 20, true), of("a", 20, false))).toBe(true);
  });
});

it("requests are the same when they have one address", () => {
  expect(isSameRequest({ ...NO_REQUEST, query: "a" }, { ...NO_REQUEST, query: "a", sort: "relevance" })).toBe(true);
  expect(isSameRequest({ ...NO_REQUEST, query: "a" }, { ...NO_REQUEST, query: "a", sort: "newest" })).toBe(false);
});
