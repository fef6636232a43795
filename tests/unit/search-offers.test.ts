import { describe, expect, it } from "vitest";
import { hasWordLike, offersFor } from "../../_includes/components/search/search-offers.ts";
import type { SearchManifest } from "../../src/formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { hrefAbsolute } from "../../src/model/urls.ts";
import { sampleAnswer, sampleFound } from "./sample-answer.ts";

const href = hrefAbsolute("/");
const manifest: SearchManifest = {
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
const textsOf = (query: string, sources: Parameters<typeof offersFor>[1]) =>
  offersFor(query, sources, href).map(({ name, offers }) => [name, offers.map(({ text }) => text)]);

describe("before anything is written", () => {
  it("there are recent searches, the newest stories and the topics", () => {
    expect(textsOf("", { ...nothing, manifest, recent: ["brent", "yield"] })).toEqual([
      ["Recent searches", ["brent", "yield"]],
      ["Newest stories", ["Newest"]],
      ["Topics", ["Talks", "Bonds"]],
    ]);
  });

  it("there are no groups without offers", () => {
    expect(textsOf("", nothing)).toEqual([]);
  });

  it("more topics than can be looked over are left to their page", () => {
    const topics = Array.from({ length: 30 }, (_, at) => ({ id: `t${at}`, name: `T ${at}`, path: `/topics/t${at}/` as const }));
    const [group] = offersFor("", { ...nothing, manifest: { ...manifest, newest: [], topics } }, href);
    expect(group?.offers.length).toBe(25);
    expect(group?.offers.at(-1)).toMatchObject({ text: "All topics", href: "/topics/" });
  });
});

describe("for what is written", () => {
  it("there are stories, places by their names, and all results last", () => {
    expect(textsOf("tal", { ...nothing, manifest, answer: sampleAnswer({ request: { ...NO_REQUEST, query: "tal" } }) })).toEqual([
      ["Stories", ["Paris talks open a channel"]],
      ["Topics", ["Talks"]],
      ["Authors", ["Zoë Tàlk"]],
      [undefined, ["All results for “tal”"]],
    ]);
  });

  it("places and all results are there before any story is", () => {
    expect(textsOf("bon", { ...nothing, manifest })).toEqual([
      ["Topics", ["Bonds"]],
      [undefined, ["All results for “bon”"]],
    ]);
  });

  it("there are market figures by their names", () => {
    expect(textsOf("treas", { ...nothing, manifest })).toEqual([
      ["Market figures", ["US ten-year Treasury yield"]],
      [undefined, ["All results for “treas”"]],
    ]);
  });

  it("stories that hold some of the words are said to, and what may have been meant comes first", () => {
    const answer = sampleAnswer({ holds: "some", suggestion: "walks" });
    expect(textsOf("talks", { ...nothing, answer })).toEqual([
      ["Did you mean", ["walks"]],
      ["Stories with some of these words", ["Paris talks open a channel"]],
      [undefined, ["All results for “talks”"]],
    ]);
  });

  it("where nothing was found, no results are promised", () => {
    expect(textsOf("talks", { ...nothing, answer: sampleAnswer({ stories: [] }) })).toEqual([]);
  });

  it("stories of the query before stay, but nothing else is said of it", () => {
    const groups = offersFor("talks on", { ...nothing, answer: sampleAnswer({ suggestion: "walks", total: 7 }) }, href);
    expect(groups.map(({ name }) => name)).toEqual(["Stories", undefined]);
    expect(groups.at(-1)?.offers).toEqual([
      { text: "All results for “talks on”", href: "/search/?q=talks+on", query: "talks on" },
    ]);
  });

  it("a story that is not kept on the device says so", () => {
    const answer = sampleAnswer({
      stories: [sampleFound({ needsConnection: true }), sampleFound({ path: "/2026/01/08/other/" })],
    });
    const [stories] = offersFor("talks", { ...nothing, answer }, href);
    expect(stories?.offers.map(({ detail }) => detail)).toEqual([
      "Politics · 7 Jan 2026 · Needs a connection",
      "Politics · 7 Jan 2026",
    ]);
  });

  it("no two offers have one address", () => {
    const answer = sampleAnswer({ stories: [sampleFound(), sampleFound({ path: "/2026/01/08/b/" })], suggestion: "talk" });
    const addresses = offersFor("talks", { manifest, recent: [], answer }, href).flatMap(({ offers }) =>
      offers.map((offer) => offer.href),
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
])("%s has words that begin with “%s”: %s", (name, query, expected) => {
  expect(hasWordLike(name, query)).toBe(expected);
});
