import { parseFeed } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { feedErrors, type RULES } from "./feed-rules.ts";
import { jsonFeedErrors } from "./json-feed-schema.ts";
import { ADDRESS, FORMATS, PUBLISHER, sampleFeed, sampleFeedFile, sampleItem } from "./sample-feed.ts";
import { readXml } from "./well-formed-xml.ts";

const correction = sampleItem({
  id: `${ADDRESS}2026/01/08/talks/#corrected`,
  url: `${ADDRESS}2026/01/08/talks/`,
  picture: undefined,
});
const FEED = sampleFeed([sampleItem(), correction]);
const HUB = "https://hub.example.org/?a=1&b=2";
const WITH_HUB = { ...PUBLISHER, site: { ...PUBLISHER.site, webSubHub: HUB } };

describe.each(["atom", "rss"] as const)("a feed in %s", (format) => {
  const { text, url } = sampleFeedFile(FEED, format);

  it("passes the validator’s rules, with items or without", () => {
    expect(feedErrors(text, format, url)).toEqual([]);
    const empty = sampleFeedFile(sampleFeed([], { updated: sampleItem().published }), format);
    expect(feedErrors(empty.text, format, empty.url)).toEqual([]);
  });

  it("links to its stylesheet by a relative address", () => {
    const [, href = ""] = /^<\?xml-stylesheet type="text\/css" href="([^"]+)"\?>$/m.exec(text) ?? [];
    expect(href).toBe("../../assets/feed-1.css");
    expect(new URL(href, url).href).toBe(`${ADDRESS}assets/feed-1.css`);
  });

  it("links to a hub if there is one", () => {
    const hubs = (publisher: typeof PUBLISHER) =>
      readXml(sampleFeedFile(FEED, format, publisher).text).filter(({ attributes }) => attributes.rel === "hub");
    expect(hubs(PUBLISHER)).toEqual([]);
    expect(hubs(WITH_HUB).map(({ attributes }) => attributes.href)).toEqual([HUB]);
  });

  it("is parsed correctly by a feed reader that ignores namespaces", () => {
    const read = parseFeed(text);
    expect(read).toMatchObject({ title: FEED.title, description: FEED.description, language: "en-GB", self: url });
    expect(read.url).toBe(`${ADDRESS}topics/energy/`);
    expect(read.items.map(({ id }) => id)).toEqual(FEED.items.map(({ id }) => id));
    const [item] = read.items;
    const { published, updated, authors, categories, picture, contentHtml, ...plain } = sampleItem();
    expect(item?.toJSON()).toMatchObject({
      title: plain.title,
      description: plain.summary,
      url: plain.url,
      content: contentHtml,
    });
    expect(item?.published).toEqual(published.toJSDate());
    // RSS has no element for it, and this parser ignores Atom's.
    if (format === "atom") expect(item?.updated).toEqual(updated.toJSDate());
    expect(item?.authors.map(({ name }) => name)).toEqual(authors.map(({ name }) => name));
    expect(item?.categories.map(({ label }) => label)).toEqual(categories.map(({ label }) => label));
    expect(item?.mediaImages.map((image) => image.url)).toEqual([picture?.url]);
  });
});

describe("a feed in Atom", () => {
  it("is parsed correctly", () => {
    const read = parseAtomFeed(sampleFeedFile(FEED, "atom").text);
    expect(read).toMatchObject({
      id: `${ADDRESS}topics/energy/`,
      title: { value: FEED.title },
      updated: "2026-01-08T10:00:00-05:00",
    });
    const { authors, categories, picture } = sampleItem();
    expect(read.entries?.[0]).toMatchObject({
      id: `${ADDRESS}2026/01/07/paris-talks/`,
      published: "2026-01-07T09:30:00-05:00",
      updated: "2026-01-08T10:00:00-05:00",
      authors: authors.map(({ name, url }) => ({ name, uri: url })),
      categories,
      content: { type: "html", value: sampleItem().contentHtml },
      media: { contents: [{ url: picture?.url, width: 1200, height: 675, description: { value: "A strait" } }] },
    });
  });

  it("has a date even before anything was published", () => {
    expect(parseAtomFeed(sampleFeedFile(sampleFeed([]), "atom").text).updated).toBe("1970-01-01T00:00:00Z");
  });
});

describe("a feed in RSS", () => {
  it("is parsed correctly", () => {
    const read = parseRssFeed(sampleFeedFile(FEED, "rss").text);
    expect(read).toMatchObject({ title: FEED.title, lastBuildDate: "Thu, 08 Jan 2026 10:00:00 -0500", language: "en-GB" });
    expect(read.items?.[0]).toMatchObject({
      guid: { value: sampleItem().id, isPermaLink: true },
      pubDate: "Wed, 07 Jan 2026 09:30:00 -0500",
      atom: { updated: "2026-01-08T10:00:00-05:00" },
      dc: { creators: ["The A desk", "The B desk"] },
      categories: [
        { domain: ADDRESS, name: "Politics" },
        { domain: `${ADDRESS}topics/`, name: "Oil & gas" },
      ],
      content: { encoded: sampleItem().contentHtml },
    });
    expect(read.items?.[1]?.guid).toMatchObject({ value: correction.id, isPermaLink: false });
  });

  it("has no date before anything was published", () => {
    expect(parseRssFeed(sampleFeedFile(sampleFeed([]), "rss").text).lastBuildDate).toBeUndefined();
  });

  it("has descriptions that remain plain text when parsed as HTML", () => {
    const { text } = sampleFeedFile(sampleFeed([sampleItem({ summary: "Less < more & <b>not bold</b>" })]), "rss");
    expect(parseRssFeed(text).items?.[0]?.description).toBe("Less &lt; more &amp; &lt;b&gt;not bold&lt;/b&gt;");
  });
});

describe("a feed in JSON", () => {
  const { text, url } = sampleFeedFile(FEED, "json");

  it("is a JSON Feed 1.1", () => {
    expect(jsonFeedErrors(text)).toEqual([]);
    expect(jsonFeedErrors(sampleFeedFile(sampleFeed([]), "json").text)).toEqual([]);
  });

  it("is parsed correctly", () => {
    const { title, summary, contentHtml, authors, picture } = sampleItem();
    expect(parseJsonFeed(text)).toMatchObject({
      title: FEED.title,
      feed_url: url,
      home_page_url: `${ADDRESS}topics/energy/`,
      language: "en-GB",
      items: [
        {
          title,
          summary,
          content_html: contentHtml,
          image: picture?.url,
          authors,
          tags: ["Politics", "Oil & gas"],
          date_published: "2026-01-07T09:30:00-05:00",
          date_modified: "2026-01-08T10:00:00-05:00",
        },
        { id: correction.id, url: correction.url },
      ],
    });
  });

  it("links to a hub if there is one", () => {
    expect(parseJsonFeed(text).hubs).toBeUndefined();
    const withHub = sampleFeedFile(FEED, "json", WITH_HUB).text;
    expect(parseJsonFeed(withHub).hubs).toEqual([{ type: "WebSub", url: HUB }]);
    expect(jsonFeedErrors(withHub)).toEqual([]);
  });
});

it("every format of a feed is a file of its own in the feed’s folder", () => {
  const addresses = Object.keys(FORMATS).map((format) => sampleFeedFile(FEED, format as keyof typeof FORMATS).url);
  expect(addresses).toEqual(["feed.xml", "rss.xml", "feed.json"].map((file) => `${ADDRESS}topics/energy/${file}`));
});

describe("the rules detect", () => {
  const diagnosticsOf = (format: keyof typeof RULES, wrong: (text: string) => string) => {
    const { text, url } = sampleFeedFile(FEED, format);
    expect(wrong(text)).not.toBe(text);
    return feedErrors(wrong(text), format, url).map((error) => error.split(": ")[0]);
  };

  it.each<[string, (text: string) => string]>([
    ["MissingElement, MissingTitle", (text) => text.replace(/<updated>.*<\/updated>/, "")],
    ["MissingSelf, SelfDoesntMatchLocation", (text) => text.replace("energy/feed.xml", "feed.xml")],
    ["DuplicateIds", (text) => text.replace(`<id>${correction.id}`, `<id>${sampleItem().id}`)],
    ["RFC 4287, 4.2.15", (text) => text.replace("<updated>2026-01-08", "<updated>2025-01-08")],
    ["InvalidRFC3339Date, ImplausibleDate", (text) => text.replace("T09:30:00-05:00", "T09:30")],
    ["MissingElement (author)", (text) => text.replaceAll(/<author>.*<\/author>\n/g, "")],
    ["InvalidFullLink, InvalidURI, RelativeSelf", (text) => text.replace(`<uri>${ADDRESS}`, "<uri>/")],
    ["BadCharacters", (text) => text.replace("Two delegations", "Two\uFFFDdelegations")],
  ])("in Atom %s", (rule, wrong) => {
    expect(diagnosticsOf("atom", wrong)).toContain(rule);
  });

  it.each<[string, (text: string) => string]>([
    ["MissingTitle, MissingLink, MissingDescription, MissingDCLanguage", (text) => text.replace(/<language>.*<\/language>/, "")],
    ["MissingAtomSelfLink, SelfDoesntMatchLocation", (text) => text.replace('rel="self"', 'rel="next"')],
    ["MissingGuid, InvalidHttpGUID, InvalidBooleanAttribute", (text) => text.replace('"true"', '"yes"')],
    ["InvalidRFC2822Date, ProblematicalRFC822Date", (text) => text.replace("<pubDate>Wed", "<pubDate>Thu")],
    ["ImageTitleDoesntMatch, ImageLinkDoesntMatch, ImageUrlFormat", (text) => text.replace("icon-144-1.png", "icon.svg")],
    ["NeedDescriptionBeforeContent, MisplacedItem", (text) => text.replace("</channel>", "<ttl>60</ttl></channel>")],
    ["DuplicateSemantics, DuplicateItemSemantics", (text) => text.replace("<guid", "<author>a@b.example</author><guid")],
    [
      "ContainsRelRef, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, NotHtml",
      (text) => text.replace(`href=&quot;${ADDRESS}`, "href=&quot;../"),
    ],
  ])("in RSS %s", (rule, wrong) => {
    expect(diagnosticsOf("rss", wrong)).toContain(rule);
  });
});
