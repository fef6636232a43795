import { resolve } from "node:path";
import { parseFeed } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { parseFragment } from "parse5";
import { describe, expect, inject, it } from "vitest";
import { lastChange } from "../../src/model/article.ts";
import { CORRECTIONS } from "../../src/model/fixed-pages.ts";
import { FEED_FORMATS, feedPath, hrefAbsolute, type SitePath } from "../../src/model/urls.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { feedErrors } from "../unit/feed-rules.ts";
import { jsonFeedErrors } from "../unit/json-feed-schema.ts";
import { readXml } from "../unit/well-formed-xml.ts";
import { readTree } from "./build-site.ts";
import { readPages } from "./site-pages.ts";

const { catalog, site } = await readCatalog(resolve(import.meta.dirname, "../../src/content"), AS_OF);
const href = hrefAbsolute(site.address ?? "");
const files = readTree(inject("siteFolder"));
const pages = readPages(inject("siteFolder"));
const listings = [catalog.publication, ...catalog.listings];

const textAt = (path: SitePath): string => files.get(path.slice(1))?.toString() ?? "";

/** A feed's files, in the order of the formats. */
function filesOf(listing: SitePath) {
  const [atom, rss, json] = FEED_FORMATS.map((format) => {
    const path = feedPath(listing, format);
    return { url: href(path), text: textAt(path) };
  });
  if (!atom || !rss || !json) throw new Error("There are three formats.");
  return { atom, rss, json };
}

it("the publication, the corrections, and every section, topic and author have a feed in every format, and there are no others", () => {
  const expected = [CORRECTIONS, ...listings.map(({ path }) => path)].flatMap((path) =>
    FEED_FORMATS.map((format) => feedPath(path, format).slice(1)),
  );
  const published = [...files.keys()].filter((file) => /(?:^|\/)(?:feed\.xml|rss\.xml|feed\.json)$/.test(file));
  expect(published.sort()).toEqual(expected.sort());
});

it("every feed passes the rules of the W3C validator or JSON Feed", () => {
  const errors = [CORRECTIONS, ...listings.map(({ path }) => path)].flatMap((path) => {
    const { atom, rss, json } = filesOf(path);
    return [
      ...feedErrors(atom.text, "atom", atom.url),
      ...feedErrors(rss.text, "rss", rss.url),
      ...jsonFeedErrors(json.text),
    ].map((error) => `${path} ${error}`);
  });
  expect(errors).toEqual([]);
});

describe.each(listings.map((listing) => [listing.path, listing] as const))("the feed of %s", (path, listing) => {
  const { atom, rss, json } = filesOf(path);
  const newest = listing.articles.slice(0, 30);
  const title = path === "/" ? site.name : `${site.name}: ${listing.name}`;
  const stories = newest.map((article) => ({
    id: href(article.path),
    title: article.title,
    published: article.published.toMillis(),
    updated: lastChange(article).toMillis(),
    authors: article.authors.map(({ name }) => name),
    tags: [article.section.name, ...article.topics.map(({ name }) => name)],
  }));

  it("has the stories of the catalog in every format, for two parsers", () => {
    const fromAtom = parseAtomFeed(atom.text);
    const fromRss = parseRssFeed(rss.text);
    const fromJson = parseJsonFeed(json.text);
    expect([fromAtom.title?.value, fromRss.title, fromJson.title]).toEqual([title, title, title]);
    expect(
      (fromAtom.entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        published: Date.parse(entry.published ?? ""),
        updated: Date.parse(entry.updated ?? ""),
        authors: entry.authors?.map(({ name }) => name),
        tags: entry.categories?.map(({ label }) => label),
      })),
    ).toEqual(stories);
    expect(
      (fromRss.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        published: Date.parse(item.pubDate ?? ""),
        updated: Date.parse(item.atom?.updated ?? ""),
        authors: item.dc?.creators,
        tags: item.categories?.map(({ name }) => name),
      })),
    ).toEqual(stories);
    expect(
      (fromJson.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        published: Date.parse(item.date_published ?? ""),
        updated: Date.parse(item.date_modified ?? ""),
        authors: item.authors?.map(({ name }) => name),
        tags: item.tags,
      })),
    ).toEqual(stories);
    for (const { text, url } of [atom, rss]) {
      const read = parseFeed(text);
      expect([read.title, read.self, read.url]).toEqual([title, url, href(path)]);
      expect(
        read.items.map((item) => ({
          id: item.id,
          title: item.title,
          published: item.published?.getTime(),
          authors: item.authors.map(({ name }) => name),
          tags: item.categories.map(({ label }) => label),
        })),
      ).toEqual(stories.map(({ updated, ...story }) => story));
    }
  });

  it("has the same content in every format", () => {
    const contents = parseJsonFeed(json.text).items?.map((item) => item.content_html ?? "") ?? [];
    expect(parseAtomFeed(atom.text).entries?.map(({ content }) => content?.value) ?? []).toEqual(contents);
    expect(parseRssFeed(rss.text).items?.map(({ content }) => content?.encoded) ?? []).toEqual(contents);
  });
});

it("every internal address in a feed exists, with its fragment", () => {
  const idsAt = new Map(
    pages.map(({ path, elements }) => [path, new Set(elements.flatMap(({ attributes }) => attributes.get("id") ?? []))]),
  );
  const addresses = new Set(
    [...files]
      .filter(([file]) => file.endsWith("feed.json"))
      .flatMap(([, bytes]) => [...bytes.toString().matchAll(/https?:[^\s"\\<>]+/g)].map(([address]) => address)),
  );
  for (const [file, bytes] of files) {
    if (!/(?:feed|rss)\.xml$/.test(file)) continue;
    for (const { attributes, text } of readXml(bytes.toString())) {
      for (const written of [...Object.values(attributes), text]) if (/^https?:\S+$/.test(written)) addresses.add(written);
    }
  }
  const own = [...addresses].map(decoded).filter((address) => address.startsWith(href("/")));
  expect(own.length).toBeGreaterThan(300);
  const missing = own.filter((address) => {
    const [path = "", fragment] = `/${address.slice(href("/").length)}`.split("#");
    if (!path.endsWith("/")) return !files.has(path.slice(1));
    return !idsAt.has(path) || (fragment !== undefined && !idsAt.get(path)?.has(decodeURIComponent(fragment)));
  });
  expect(missing).toEqual([]);
});

/** Decodes an address in HTML. */
function decoded(address: string): string {
  const [text] = parseFragment(address).childNodes;
  return text && "value" in text ? text.value : address;
}

it("every feed has an existing stylesheet, wherever the site is hosted", () => {
  const feeds = [...files].filter(([file]) => /(?:feed|rss)\.xml$/.test(file));
  expect(feeds.length).toBeGreaterThan(60);
  for (const [file, bytes] of feeds) {
    const [, written = ""] = /<\?xml-stylesheet type="text\/css" href="([^"]+)"\?>/.exec(bytes.toString()) ?? [];
    expect(written, file).toMatch(/^(?!\/|\w+:)/);
    expect(files.has(new URL(written, `https://host.invalid/${file}`).pathname.slice(1)), file).toBe(true);
  }
});

it("the page of feeds links to every feed, and every footer to that page", () => {
  const [page] = pages.filter(({ path }) => path === "/feeds/");
  const links = page?.elements.filter(({ name }) => name === "a").flatMap(({ attributes }) => attributes.get("href") ?? []) ?? [];
  const led = new Set(links.map((link) => new URL(link, "https://host.invalid/feeds/").pathname.slice(1)));
  const feeds = [...files.keys()].filter((file) => /(?:^|\/)(?:feed\.xml|rss\.xml|feed\.json)$/.test(file));
  expect(feeds.filter((file) => !led.has(file))).toEqual([]);
  const without = pages.filter(({ elements }) => !elements.some(({ attributes }) => attributes.get("href")?.endsWith("feeds/")));
  expect(without.map(({ path }) => path)).toEqual(["/404.html"]);
});
