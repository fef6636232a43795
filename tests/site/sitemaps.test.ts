import { join } from "node:path";
import { Readable } from "node:stream";
import robotsParser from "robots-parser";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { beforeAll, describe, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { schemaErrors } from "../unit/sitemap-schema.ts";
import { buildSite, readTree } from "./build-site.ts";
import { readPages } from "./site-pages.ts";

type Tree = ReadonlyMap<string, Buffer>;

const textOf = (tree: Tree, path: string) => tree.get(path)?.toString() ?? "";
const streamOf = (tree: Tree, path: string) => Readable.from([textOf(tree, path)]);
const partsOf = (tree: Tree) => [...tree.keys()].filter((path) => path.startsWith("sitemaps/"));

/** The file at an address of a site. */
function fileAt(url: string, address: string): string {
  expect(url.startsWith(address), url).toBe(true);
  return url.slice(address.length).replace(/(^|\/)$/, "$1index.html");
}

describe("the shipped site", () => {
  const address = String(settings.address);
  const tree = readTree(inject("siteFolder"));
  const pages = readPages(inject("siteFolder"));

  it("has sitemaps that are valid against their schemas", async () => {
    const parts = partsOf(tree);
    expect(parts).toContain("sitemaps/2026.xml");
    expect(await schemaErrors("siteindex", [["sitemap.xml", textOf(tree, "sitemap.xml")]])).toEqual([]);
    expect(
      await schemaErrors(
        "urlset",
        parts.map((path) => [path, textOf(tree, path)] as const),
      ),
    ).toEqual([]);
  });

  it("lists all of them in its index", async () => {
    const named = await parseSitemapIndex(streamOf(tree, "sitemap.xml"));
    expect(named.map(({ url }) => url.slice(address.length)).toSorted()).toEqual(partsOf(tree));
  });

  it("has every page in one of them, except the search and 404 pages", async () => {
    const entries = (await Promise.all(partsOf(tree).map((path) => parseSitemap(streamOf(tree, path))))).flat();
    const shown = pages.filter(({ html }) => !html.includes('http-equiv="refresh"')).map(({ path }) => path);
    const wanted = shown.filter((path) => path !== "/404.html" && path !== "/search/");
    expect(entries.map(({ url }) => `/${url.slice(address.length)}`).toSorted()).toEqual(wanted.toSorted());
  });

  it("has for each story the last change and the pictures of its page", async () => {
    const entries = await parseSitemap(streamOf(tree, "sitemaps/2026.xml"));
    const stories = entries.filter(({ url }) => /\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(url));
    expect(stories.length).toBeGreaterThan(10);
    for (const { url, lastmod, img } of stories) {
      const html = textOf(tree, fileAt(url, address));
      const dates = [...html.matchAll(/<time datetime="([^"]+)"/g)].map(([, date = ""]) => Date.parse(date));
      expect(dates, url).toContain(Date.parse(lastmod ?? ""));
      for (const picture of img) {
        const file = fileAt(picture.url, address);
        expect(tree.has(file), file).toBe(true);
        expect(html).toContain(file);
      }
    }
    expect(stories.filter(({ img }) => img.length > 0).length).toBeGreaterThan(10);
  });

  it("allows search engines every page, and links them to existing sitemaps", () => {
    const robots = robotsParser(`${address}robots.txt`, textOf(tree, "robots.txt"));
    for (const { path } of pages) {
      for (const name of ["Googlebot", "Googlebot-News", "bingbot"])
        expect(robots.isAllowed(`${address}${path.slice(1)}`, name)).toBe(true);
    }
    expect(robots.getSitemaps()).toEqual([`${address}sitemap.xml`, `${address}news-sitemap.xml`]);
    for (const url of robots.getSitemaps()) expect(tree.has(fileAt(url, address)), url).toBe(true);
  });

  it("has an llms.txt in which every address exists", () => {
    const addresses = [...textOf(tree, "llms.txt").matchAll(/\]\(([^)]+)\)/g)].map(([, url = ""]) => url);
    expect(addresses.length).toBeGreaterThan(20);
    for (const url of addresses) expect(tree.has(fileAt(url, address)), url).toBe(true);
  });

  it("has a security.txt only if the settings have a contact", () => {
    expect(tree.has(".well-known/security.txt")).toBe(settings.security !== undefined);
  });
});

describe("a site in a folder", () => {
  const address = "https://example.org/a/b/";
  let tree: Tree;

  beforeAll(async () => {
    tree = await built("--as-of", "2026-11-20T12:00:00-05:00", "--site-url", "https://example.org/a/b");
  });

  it("has a news sitemap that is valid against its schemas and agrees with the page of the newest story", async () => {
    expect(await schemaErrors("urlset", [["news-sitemap.xml", textOf(tree, "news-sitemap.xml")]])).toEqual([]);
    const [entry, ...others] = await parseSitemap(streamOf(tree, "news-sitemap.xml"));
    expect(others).toEqual([]);
    expect(entry?.url).toBe(`${address}2026/11/19/where-the-sea-narrows/`);
    expect(entry?.news).toMatchObject({
      publication: { name: settings.name, language: "en" },
      publication_date: "2026-11-19T08:00:00-05:00",
    });
    expect(textOf(tree, fileAt(entry?.url ?? "", address))).toContain(entry?.news?.title);
  });

  it("has only addresses in that folder", async () => {
    const entries = await Promise.all(partsOf(tree).map((path) => parseSitemap(streamOf(tree, path))));
    for (const { url } of [...entries.flat(), ...(await parseSitemapIndex(streamOf(tree, "sitemap.xml")))]) {
      expect(tree.has(fileAt(url, address)), url).toBe(true);
    }
    for (const [, url] of textOf(tree, "robots.txt").matchAll(/^Sitemap: (.*)$/gm)) expect(url?.startsWith(address)).toBe(true);
  });
});

async function built(...flags: readonly string[]): Promise<Tree> {
  const out = join(temporaryFolder(), "site");
  expect(await buildSite(["--out", out, ...flags])).toMatchObject({ code: 0, stderr: "" });
  return readTree(out);
}
