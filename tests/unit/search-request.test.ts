import { describe, expect, it } from "vitest";
import {
  isBlank,
  isSameRequest,
  NO_REQUEST,
  readSearchRequest,
  type SearchRequest,
  searchParams,
} from "../../src/formats/search/search-request.ts";

const read = (address: string) => readSearchRequest(new URLSearchParams(address));

describe("a request in an address", () => {
  it("round-trips", () => {
    const request: SearchRequest = {
      query: `"a b" -c & d=e`,
      section: "politics",
      topic: "trade",
      author: "politics-desk",
      from: "2025-01",
      to: "2025-12",
      sort: "newest",
      verbatim: true,
    };
    expect(read(String(searchParams(request)))).toEqual(request);
  });

  it("leaves out defaults", () => {
    expect(String(searchParams(NO_REQUEST))).toBe("");
    expect(String(searchParams({ ...NO_REQUEST, query: "oil" }))).toBe("q=oil");
  });

  it("is equal for equal searches", () => {
    expect(String(searchParams(read("sort=newest&q=+oil++&topic=")))).toBe("q=oil&sort=newest");
  });

  it("is verbatim only with words", () => {
    expect(read("q=infltion&verbatim=1")).toEqual({ ...NO_REQUEST, query: "infltion", verbatim: true });
    expect(read("verbatim=1")).toEqual(NO_REQUEST);
    expect(String(searchParams({ ...NO_REQUEST, verbatim: true }))).toBe("");
  });

  it("ignores invalid values", () => {
    expect(read("q=oil&verbatim=yes")).toEqual({ ...NO_REQUEST, query: "oil" });
    expect(read("from=2025-13&to=yesterday&sort=best&color=red")).toEqual(NO_REQUEST);
  });
});

it("a request without words is blank, unless it has a filter", () => {
  expect(isBlank(NO_REQUEST)).toBe(true);
  expect(isBlank({ ...NO_REQUEST, sort: "newest" })).toBe(true);
  expect(isBlank({ ...NO_REQUEST, topic: "trade" })).toBe(false);
});

it("requests are the same when they have one address", () => {
  expect(isSameRequest({ ...NO_REQUEST, query: "a" }, { ...NO_REQUEST, query: "a", sort: "relevance" })).toBe(true);
  expect(isSameRequest({ ...NO_REQUEST, query: "a" }, { ...NO_REQUEST, query: "a", sort: "newest" })).toBe(false);
});
