import { posix } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { readTree } from "./build-site.ts";
import { addressesOf, isFetched, readPages, type SitePage } from "./site-pages.ts";

const KIB = 1024;

const files = readTree(inject("siteFolder"));
const pages = readPages(inject("siteFolder"));

const compressed = (bytes: string | Buffer): number => brotliCompressSync(bytes).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const fileOf = (page: SitePage, address: string): string => new URL(address, `http://site.invalid${page.path}`).pathname.slice(1);

/** The words of a story's text. */
function wordsOf({ html }: SitePage): number {
  const [, text = ""] = /<article class="story prose">.*?<\/header>(.*?)<footer>/s.exec(html) ?? [];
  return text.replace(/<[^>]+>/g, " ").match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

const stories = pages.filter(({ path }) => /^\/\d{4}\/\d{2}\/\d{2}\/./.test(path));
const ordinary = stories.filter((page) => Math.abs(wordsOf(page) - 600) <= 60);

/** The scripts that a page loads at once: those that it names, and what they import outright. */
function initialScripts(page: SitePage): ReadonlySet<string> {
  const named = page.elements.filter(({ name, attributes }) => name === "script" || attributes.get("rel") === "modulepreload");
  const scripts = new Set(named.flatMap(addressesOf).map((address) => fileOf(page, address)));
  for (const script of scripts) {
    const code = files.get(script)?.toString() ?? "";
    const imports = code.matchAll(/(?:^|[;}])(?:import|export)(?:[^"'();]*from)?\s*["']([^"']+)["']/g);
    for (const [, name = ""] of imports) scripts.add(posix.join(posix.dirname(script), name));
  }
  return scripts;
}

describe("a story of about 600 words", () => {
  it("is one of several that are published", () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(3);
  });

  it.each(ordinary.map((page) => [page.path, page] as const))("%s: HTML and CSS weigh at most 14 KiB", (_, page) => {
    const styles = page.elements.filter(({ attributes }) => attributes.get("rel") === "stylesheet").flatMap(addressesOf);
    expect(styles).not.toEqual([]);
    const weights = styles.map((address) => compressed(files.get(fileOf(page, address)) ?? Buffer.of()));
    expect(compressed(page.html) + sum(weights)).toBeLessThanOrEqual(14 * KIB);
  });
});

it("no page loads more than 6 KiB of script before the reader asks for anything", () => {
  const weightOf = new Map([...files].filter(([file]) => file.endsWith(".js")).map(([file, bytes]) => [file, compressed(bytes)]));
  for (const page of pages) {
    const scripts = [...initialScripts(page)];
    for (const script of scripts) expect(weightOf.has(script), script).toBe(true);
    expect(sum(scripts.map((script) => weightOf.get(script) ?? 0)), page.path).toBeLessThanOrEqual(6 * KIB);
  }
});

it("the fonts weigh at most 75 KB together", () => {
  const fonts = [...files].filter(([file]) => /\.(woff2?|[ot]tf)$/.test(file)).map(([, { length }]) => length);
  expect(fonts.length).toBeGreaterThanOrEqual(2);
  expect(sum(fonts)).toBeLessThanOrEqual(75_000);
});

it("no page, and no stylesheet, fetches anything from another host", () => {
  const isElsewhere = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address);
  for (const { path, elements } of pages) {
    expect(elements.filter(isFetched).flatMap(addressesOf).filter(isElsewhere), path).toEqual([]);
  }
  for (const [file, bytes] of files) {
    if (file.endsWith(".css")) expect(bytes.toString(), file).not.toMatch(/(?:url\(|@import)\s*["']?(?:https?:)?\/\//);
  }
});

/** A block of data is no script: the browser does not run it, and the content-security policy does not ask about it. */
const DATA_BLOCK = /<script type="application\/ld\+json">[^<]+<\/script>/g;

it("no page has a style or a script within, but for blocks of data and the styles of 404.html", () => {
  for (const { path, elements, html } of pages) {
    const inline = elements.filter(
      ({ name, attributes }) =>
        attributes.has("style") ||
        [...attributes.keys()].some((key) => key.startsWith("on")) ||
        (name === "script" && !attributes.has("src") && attributes.get("type") !== "application/ld+json") ||
        name === "style",
    );
    expect(
      inline.map(({ name }) => name),
      path,
    ).toEqual(path === "/404.html" ? ["style"] : []);
    expect(html.replace(DATA_BLOCK, ""), path).not.toMatch(/<script[^>]*>[^<]|ld\+json|javascript:/);
  }
});
