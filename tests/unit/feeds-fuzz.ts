import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { parseFragment } from "parse5";
import { expect, it } from "vitest";
import { memoryPages, validateXML } from "xmllint-wasm";
import { buildMarkets } from "../../src/markets/markets.ts";
import { hrefAbsolute } from "../../src/model/urls.ts";
import { createMarkdown } from "../../src/node/ingest/markdown/markdown.ts";
import { storyItems } from "../../src/syndication/feeds/story-feeds.ts";
import { seededRandom } from "../bench/archive/random.ts";
import { contentErrors } from "./feed-rules.ts";
import { asCarried, hostileText } from "./hostile-text.ts";
import { jsonFeedErrors } from "./json-feed-schema.ts";
import { ADDRESS, sampleFeed, sampleFeedFile } from "./sample-feed.ts";
import { story, taxonomyTerm } from "./sample-story.ts";
import { readXml } from "./well-formed-xml.ts";

/** Registers tests of feeds with so many random hostile stories. */
export function itCarriesRandomTexts(count: number, seed: string): void {
  const random = seededRandom(seed);
  const markdown = createMarkdown("en-GB");

  /** Stories with hostile texts only; their bodies are rendered from hostile Markdown. */
  const stories = Array.from({ length: count }, (_, index) => {
    const text = () => hostileText(random);
    const named = (id: string) => ({ ...taxonomyTerm(id), name: text() });
    return story({
      slug: `s-${index}`,
      title: text(),
      standfirst: text(),
      authors: [named("a"), named("b")],
      topics: [named("t")],
      keyPoints: [text()],
      body: [{ kind: "html", html: markdown.render(`${text()}\n\n## ${text()}\n\n> ${text()}\n\n    ${text()}\n`) }],
    });
  });
  const itemOf = storyItems({
    site: { name: "The Paper", language: "en-GB" },
    images: new Map(),
    markets: buildMarkets([], 0),
    href: hrefAbsolute(ADDRESS),
  });
  const FEED = sampleFeed(stories.map(itemOf), { title: hostileText(random), description: hostileText(random) });
  const [atom, rss, json] = (["atom", "rss", "json"] as const).map((format) => sampleFeedFile(FEED, format).text);

  /** XML 1.0, 2.11: line endings are normalised to one character. */
  const stripBindings = (text: string) => asCarried(text).replace(/\r\n?/g, "\n");
  const titles = stories.map(({ title }) => stripBindings(title));
  const standfirsts = stories.map(({ standfirst }) => stripBindings(standfirst));

  it.each([
    ["Atom", atom],
    ["RSS", rss],
  ])("hostile texts leave a feed in %s well-formed for two parsers, and valid UTF-8", async (_, xml = "") => {
    expect(Buffer.from(xml, "utf8").toString("utf8")).toBe(xml);
    expect(() => readXml(xml)).not.toThrow();
    const result = await validateXML({
      xml: { fileName: "feed.xml", contents: xml },
      normalization: "c14n",
      maxMemoryPages: 256 * memoryPages.MiB,
    });
    expect(result.errors).toEqual([]);
  });

  it("hostile texts round-trip, except for characters that XML forbids", () => {
    const texts = (xml: string, name: string) => readXml(xml).flatMap((each) => (each.name === name ? [each.text] : []));
    expect(texts(atom ?? "", "title")).toEqual([stripBindings(FEED.title), ...titles]);
    expect(texts(atom ?? "", "summary")).toEqual(standfirsts);
    // In RSS the second title is that of the image.
    expect(texts(rss ?? "", "title")).toEqual([stripBindings(FEED.title), stripBindings(FEED.title), ...titles]);
    const shown = texts(rss ?? "", "description")
      .slice(1)
      .map((html) => parseFragment(html).childNodes);
    expect(shown.map(([only, ...others]) => [only && "value" in only && only.value, others.length])).toEqual(
      standfirsts.map((text) => [text, 0]),
    );
  });

  it("hostile texts leave a JSON Feed valid, and round-trip", () => {
    expect(Buffer.from(json ?? "", "utf8").toString("utf8")).toBe(json);
    expect(jsonFeedErrors(json ?? "")).toEqual([]);
    const texts: string[] = [];
    const read: { title: string; items: { title: string }[] } = JSON.parse(json ?? "", (_, value) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    expect([read.title, ...read.items.map(({ title }) => title)]).toEqual([
      asCarried(FEED.title),
      ...stories.map(({ title }) => asCarried(title)),
    ]);
    expect(texts.filter((text) => text !== asCarried(text))).toEqual([]);
  });

  it("hostile texts inject no element into a story’s content, and every parser finds every story", () => {
    for (const item of FEED.items) expect(contentErrors(asCarried(item.contentHtml)), item.id).toEqual([]);
    expect(parseAtomFeed(atom ?? "").entries).toHaveLength(count);
    expect(parseRssFeed(rss ?? "").items).toHaveLength(count);
    expect(parseJsonFeed(json ?? "").items).toHaveLength(count);
  });
}
