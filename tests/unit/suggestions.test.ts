import { describe, expect, it } from "vitest";
import {
  hasWordPrefix,
  isStep,
  nextSuggestion,
  type SuggestionGroup,
  suggestionsFor,
} from "../../_includes/components/search/suggestions.ts";
import type { SearchManifest } from "../../src/formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { hrefAbsolute } from "../../src/model/urls.ts";
import { sampleAnswer, sampleFound } from "./sample-answer.ts";

const href = hrefAbsolute("/");
const manifest: SearchManifest = {
  publication: "",
  volumes: [],
  everywhere: [],
  sections: [{ id: "market-data", name: "Market Data", path: "/market-data/" }],
  topics: [
    { id: "talks", name: "Talks", path: "/topics/talks/" },
    { id: "bonds", name: "Bonds", path: "/topics/bonds/" },
  ],
  authors: [{ id: "zoe", name: "Zoë Tàlk", path: "/authors/zoe/" }],
  series: [{ id: "us10y", name: "US ten-year Treasury yield", path: "/market-data/us10y/" }],
  newest: [{ title: "Newest", path: "/2026/01/08/newest/", date: "8 Jan 2026" }],
};
const nothing = { manifest: undefined, recent: [], answer: undefined };
const textsOf = (query: string, sources: Parameters<typeof suggestionsFor>[1]) =>
  suggestionsFor(query, sources, href).map(({ name, suggestions }) => [name, suggestions.map(({ text }) => text)]);

describe("the suggestions for an empty query", () => {
  it("are recent searches, the newest stories and the topics", () => {
    expect(textsOf("", { ...nothing, manifest, recent: ["brent", "yield"] })).toEqual([
      ["Recent searches", ["brent", "yield"]],
      ["Newest stories", ["Newest"]],
      ["Topics", ["Talks", "Bonds"]],
    ]);
  });

  it("have no empty groups", () => {
    expect(textsOf("", nothing)).toEqual([]);
  });

  it("link to the page of all topics where there are many", () => {
    const topics = Array.from({ length: 30 }, (_, at) => ({ id: `t${at}`, name: `T ${at}`, path: `/topics/t${at}/` as const }));
    const [group] = suggestionsFor("", { ...nothing, manifest: { ...manifest, newest: [], topics } }, href);
    expect(group?.suggestions.length).toBe(25);
    expect(group?.suggestions.at(-1)).toMatchObject({ text: "All topics", href: "/topics/" });
  });
});

describe("the suggestions for a query", () => {
  it("are stories, pages by their names, and all results last", () => {
    expect(textsOf("tal", { ...nothing, manifest, answer: sampleAnswer({ request: { ...NO_REQUEST, query: "tal" } }) })).toEqual([
      ["Stories", ["Paris talks open a channel"]],
      ["Topics", ["Talks"]],
      ["Authors", ["Zoë Tàlk"]],
      [undefined, ["All results for “tal”"]],
    ]);
  });

  it("have pages and all results before there is an answer", () => {
    expect(textsOf("bon", { ...nothing, manifest })).toEqual([
      ["Topics", ["Bonds"]],
      [undefined, ["All results for “bon”"]],
    ]);
  });

  it("have market figures by their names", () => {
    expect(textsOf("treas", { ...nothing, manifest })).toEqual([
      ["Market figures", ["US ten-year Treasury yield"]],
      [undefined, ["All results for “treas”"]],
    ]);
  });

  it("begin with a spelling correction, and say if stories match some of the words only", () => {
    const answer = sampleAnswer({ matching: "some", correction: { query: "walks", isApplied: false } });
    expect(textsOf("talks", { ...nothing, answer })).toEqual([
      ["Did you mean", ["walks"]],
      ["Stories matching some of these words", ["Paris talks open a channel"]],
      [undefined, ["All results for “talks”"]],
    ]);
  });

  it("say which query was searched for, and lead to the one typed", () => {
    const answer = sampleAnswer({ correction: { query: "walks", isApplied: true }, total: 7 });
    const groups = suggestionsFor("talks", { ...nothing, answer }, href);
    expect(groups.map(({ name }) => name)).toEqual(["Showing results for “walks”", undefined]);
    expect(groups.at(-1)?.suggestions).toEqual([
      { text: "All results for “walks”", detail: "7 stories", href: "/search/?q=walks", query: "walks" },
      { text: "Search instead for “talks”", href: "/search/?q=talks&verbatim=1", query: "talks" },
    ]);
  });

  it("do not link to all results where nothing was found", () => {
    expect(textsOf("talks", { ...nothing, answer: sampleAnswer({ stories: [] }) })).toEqual([]);
  });

  it("keep the stories of the query before, but not its correction and total", () => {
    const groups = suggestionsFor(
      "talks on",
      { ...nothing, answer: sampleAnswer({ correction: { query: "walks", isApplied: true }, total: 7 }) },
      href,
    );
    expect(groups.map(({ name }) => name)).toEqual(["Stories", undefined]);
    expect(groups.at(-1)?.suggestions).toEqual([
      { text: "All results for “talks on”", href: "/search/?q=talks+on", query: "talks on" },
    ]);
  });

  it("mark a story that is not stored on the device", () => {
    const answer = sampleAnswer({
      stories: [sampleFound({ needsConnection: true }), sampleFound({ path: "/2026/01/08/other/" })],
    });
    const [stories] = suggestionsFor("talks", { ...nothing, answer }, href);
    expect(stories?.suggestions.map(({ detail }) => detail)).toEqual([
      "Politics · 7 Jan 2026 · Needs a connection",
      "Politics · 7 Jan 2026",
    ]);
  });

  it("have unique addresses", () => {
    const answer = sampleAnswer({
      stories: [sampleFound(), sampleFound({ path: "/2026/01/08/b/" })],
      correction: { query: "talk", isApplied: true },
    });
    const addresses = suggestionsFor("talks", { manifest, recent: [], answer }, href).flatMap(({ suggestions }) =>
      suggestions.map((suggestion) => suggestion.href),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

it.each([
  ["Market Data", "mar", true],
  ["Market Data", "dat", true],
  ["Market Data", "market d", true],
  ["Market Data", "MARKET-DATA", true],
  ["Market Data", "ket", false],
  ["Market Data", "data market", false],
  ["Zürich Größe", "zur", true],
  ["Zurich", "zür", true],
  ["Market Data", "", false],
  ["Market Data", "?!", false],
])("in %s, a word has the prefix “%s”: %s", (name, query, expected) => {
  expect(hasWordPrefix(name, query)).toBe(expected);
});

const group = (...addresses: string[]): SuggestionGroup => ({
  name: undefined,
  kind: "places",
  suggestions: addresses.map((href) => ({ href, text: href })),
});
const groups = [group("a", "b"), group(), group("c")];

it.each([
  [undefined, "ArrowDown", "a"],
  ["a", "ArrowDown", "b"],
  ["b", "ArrowDown", "c"],
  ["c", "ArrowDown", "a"],
  [undefined, "ArrowUp", "c"],
  ["c", "ArrowUp", "b"],
  ["a", "ArrowUp", "c"],
  ["gone", "ArrowDown", "a"],
])("from %s, %s selects %s", (active, key, expected) => {
  expect(nextSuggestion(active, key, groups)).toBe(expected);
});

it("without suggestions, keys select nothing", () => {
  expect(nextSuggestion(undefined, "ArrowDown", [])).toBeUndefined();
});

it("only the arrow keys up and down move the selection", () => {
  expect(["ArrowDown", "ArrowUp", "Home", "ArrowLeft", "a", "toString"].filter(isStep)).toEqual(["ArrowDown", "ArrowUp"]);
});
