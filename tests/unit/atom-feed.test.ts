import { describe, expect, it } from "vitest";
import type { Article } from "../../src/newsroom/article.ts";
import { buildCatalog } from "../../src/newsroom/catalog.ts";
import { instant } from "../../src/newsroom/dates.ts";
import { siteSchema } from "../../src/newsroom/site.ts";
import { atomFeed } from "../../src/syndication/atom-feed.ts";
import { CALENDAR, POLITICS, story, thing } from "./sample-story.ts";
import { readXml } from "./well-formed-xml.ts";

const SITE = siteSchema.parse({
  name: "The <Paper> & Co",
  tagline: "All “news”",
  description: "News.",
  address: "https://example.org/news",
  ...CALENDAR,
  sections: [POLITICS],
});

function feedOf(articles: readonly Article[]): string {
  return atomFeed(buildCatalog(articles, instant("2027-01-01T00:00:00Z", CALENDAR), SITE), SITE, SITE.address ?? "");
}

const textsOf = (xml: string, element: string) =>
  readXml(xml)
    .filter(({ name }) => name === element)
    .map(({ text }) => text);

describe("the feed", () => {
  it("has the elements that RFC 4287 asks of a feed and its entries", () => {
    const xml = feedOf([story({ updated: "2026-01-08T10:00:00-05:00", authors: [thing("a-desk"), thing("b-desk")] })]);
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="en-GB">/,
    );
    expect(textsOf(xml, "title")).toEqual(["The <Paper> & Co", "Talks open a channel"]);
    const address = "https://example.org/news/";
    expect(textsOf(xml, "id")).toEqual([address, `${address}2026/01/07/paris-talks/`]);
    expect(textsOf(xml, "updated")).toEqual(["2026-01-08T10:00:00-05:00", "2026-01-08T10:00:00-05:00"]);
    expect(textsOf(xml, "published")).toEqual(["2026-01-07T09:30:00-05:00"]);
    expect(textsOf(xml, "name")).toEqual(["The a-desk", "The b-desk"]);
    expect(textsOf(xml, "uri")).toEqual([`${address}authors/a-desk/`, `${address}authors/b-desk/`]);
    expect(textsOf(xml, "summary")).toEqual(["Two delegations met."]);
    const links = readXml(xml).filter(({ name }) => name === "link");
    expect(links.map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ["self", `${address}feed.xml`],
      ["alternate", address],
      ["alternate", `${address}2026/01/07/paris-talks/`],
    ]);
  });

  it("carries the thirty newest stories", () => {
    const stories = Array.from({ length: 31 }, (_, index) =>
      story({ slug: `s-${index}`, published: `2026-01-${String(index + 1).padStart(2, "0")}T09:00:00-05:00` }),
    );
    const ids = textsOf(feedOf(stories), "id").slice(1);
    expect(ids).toHaveLength(30);
    expect(ids[0]).toBe("https://example.org/news/2026/01/31/s-30/");
    expect(ids.at(-1)).toBe("https://example.org/news/2026/01/02/s-1/");
  });

  it("was updated when any of its stories last was, not only the newest", () => {
    const stories = [
      story(),
      story({ slug: "old", published: "2025-01-01T09:00:00-05:00", updated: "2026-02-01T09:00:00-05:00" }),
    ];
    expect(textsOf(feedOf(stories), "updated")[0]).toBe("2026-02-01T09:00:00-05:00");
  });

  it("is whole without any story", () => {
    expect(textsOf(feedOf([]), "updated")).toEqual(["1970-01-01T00:00:00Z"]);
  });
});

describe("a hostile headline in the feed", () => {
  it.each([
    ["markup", `</title><script>alert("x")</script>`, `</title><script>alert("x")</script>`],
    ["an entity", "AT&T &amp; &nope; &#0;", "AT&T &amp; &nope; &#0;"],
    ["the end of a CDATA section", "a ]]> b", "a ]]> b"],
    ["control characters", "a\u0000\u0001\u0008\u000B\u001F\u007F\u0085b", "ab"],
    ["tabs and line ends", "a\tb\nc", "a\tb\nc"],
    ["noncharacters", "a\uFFFE\uFFFFb", "ab"],
    ["a lone first surrogate", "a\uD83Db", "ab"],
    ["a lone second surrogate", "a\uDE00b", "ab"],
    ["emoji beyond the basic plane", "a 😀👩‍💻 b", "a 😀👩‍💻 b"],
    ["words from right to left", "‏שלום “العربية” world", "‏שלום “العربية” world"],
  ])("cannot break it with %s", (_, hostile, read) => {
    const xml = feedOf([story({ title: hostile, standfirst: hostile, authors: [{ ...thing("desk"), name: hostile }] })]);
    expect(textsOf(xml, "title")[1]).toBe(read);
    expect(textsOf(xml, "summary")).toEqual([read]);
    expect(textsOf(xml, "name")).toEqual([read]);
    expect(Buffer.from(xml, "utf8").toString("utf8")).toBe(xml);
  });
});
