import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { HtmlValidate } from "html-validate";
import { DateTime } from "luxon";
import { beforeAll, describe, expect, inject, it } from "vitest";
import settings from "../../_data/site.ts";
import { publishedAddresses } from "../../src/model/published-urls.ts";
import { type Publication, readContent } from "../../src/node/ingest/read-content.ts";
import { parseSite } from "../../src/node/pipeline/read-site.ts";
import { permanentUrls } from "../../src/node/publish/record-urls.ts";
import { AS_OF } from "../global-setup.ts";
import { SILENT_STEP } from "../read-catalog.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, ROOT, readTree, writeTree } from "./build-site.ts";
import { readPages } from "./site-pages.ts";

const JANUARY = "2026-01-10T12:00:00-05:00";
const MARCH = "2026-03-10T12:00:00-05:00";

function story(published: string, topic: string, draft = false): string {
  return `---
title: A story
standfirst: What happened.
section: politics
published: ${published}
authors: [desk]
topics: [${topic}]
draft: ${draft}
---

Text.
`;
}

/** A story corrected after the newest one was published. */
function corrected(topic: string): string {
  const date = "2026-03-05T09:00:00-05:00";
  const fields = `updated: ${date}\ncorrections: [{ date: ${date}, text: A name was wrong. }]\n`;
  return story("2026-01-07T09:00:00-05:00", topic).replace("draft:", `${fields}draft:`);
}

const parent = temporaryFolder();
const content = join(parent, "content");
const out = join(parent, "site");
const historyFile = join(content, "addresses.txt");
const history = () => readFileSync(historyFile, "utf8");
/** The addresses in the URL history, without its comments. */
const recorded = () =>
  history()
    .split("\n")
    .filter((line) => line.startsWith("/"));
const shown = (file: string) => relative(ROOT, join(content, file)).replaceAll("\\", "/");

function build(asOf: string, ...flags: readonly string[]): Promise<Outcome> {
  return buildSite(["--content", content, "--markets", "tests/fixtures/no-markets", "--out", out, "--as-of", asOf, ...flags]);
}

/** Reads the content as a build does, without rendering pages. */
function read(asOf: string, siteUrl?: string): Promise<Publication> {
  const folders = { contentFolder: content, marketsFolder: join(ROOT, "tests/fixtures/no-markets") };
  const clock = { asOf: DateTime.fromISO(asOf), now: DateTime.fromISO(MARCH) };
  return readContent({ ...folders, ...clock }, parseSite(settings, siteUrl), SILENT_STEP);
}

const article = (slug: string) => join(content, "articles", `${slug}.md`);

// The tests depend on each other, in order.
describe("a site that records its URLs", () => {
  beforeAll(() => {
    const named = (id: string) => `${id}:\n  name: The ${id}\n  description: About ${id}.\n`;
    writeTree(content, [
      ["authors.yaml", named("desk")],
      ["topics.yaml", named("oil") + named("crude-oil") + named("gold")],
      ["articles/first.md", corrected("oil")],
      ["articles/second.md", story("2026-01-08T09:00:00-05:00", "gold")],
      ["articles/third.md", story("2026-03-01T09:00:00-05:00", "gold")],
    ]);
  });

  it("has no URL history before the first --record", async () => {
    expect(await build(JANUARY)).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(historyFile)).toBe(false);
  });

  it("records every page, feed and data file written, and nothing of the future", async () => {
    const { code, stdout } = await build(JANUARY, "--record");
    expect(code).toBe(0);
    expect(recorded()).toEqual([...permanentUrls(readTree(out).keys(), [])].sort());
    expect(stdout).toContain(`${recorded().length} new in ${shown("addresses.txt")}, the URL history`);
    expect(recorded()).toEqual(expect.arrayContaining(["/", "/2026/01/07/first/", "/topics/oil/2026/01/", "/politics/rss.xml"]));
    expect(history()).not.toContain("third");
    expect(history()).not.toContain("2026/03");
  });

  it("adds new URLs on a later day, and keeps all others", async () => {
    const before = recorded();
    const { stdout } = await build(MARCH, "--record");
    const added = recorded().filter((address) => !before.includes(address));
    expect(added).toEqual([
      "/2026/03/",
      "/2026/03/01/third/",
      "/authors/desk/2026/03/",
      "/corrections/2026/",
      "/politics/2026/03/",
      "/topics/gold/2026/03/",
    ]);
    expect(before.filter((address) => !recorded().includes(address))).toEqual([]);
    expect(stdout).toContain(`6 new in ${shown("addresses.txt")}`);
  });

  it("may build an edition of the past, and one without an address and so without feeds", async () => {
    await expect(read("2026-01-01T12:00:00-05:00")).resolves.toMatchObject({ catalog: { articles: [] } });
    await expect(read(MARCH, "")).resolves.toMatchObject({ redirects: [] });
  });

  it("does not build if a story was renamed, set back to draft, or lost its topic: each error suggests a redirect", async () => {
    const published = readTree(out);
    const historyBefore = history();
    renameSync(article("first"), article("talks"));
    writeFileSync(article("second"), story("2026-01-08T09:00:00-05:00", "gold", true));
    writeFileSync(article("talks"), corrected("crude-oil"));
    const { code, stderr } = await build(MARCH, "--record");
    const line = (address: string) => historyBefore.split("\n").indexOf(address) + 1;
    const vanished = (address: string, message: string, from: string, to: string) =>
      `${shown("addresses.txt")}:${line(address)}  address  ${address} would disappear${message}  restore it, or add to redirects.yaml: - { from: ${from}, to: ${to} }`;
    expect(stderr.split("\n")).toEqual([
      vanished("/2026/01/07/first/", "", "/2026/01/07/first/", "/2026/01/07/talks/"),
      vanished("/2026/01/08/second/", "", "/2026/01/08/second/", "/2026/01/"),
      vanished("/topics/gold/2026/01/", "", "/topics/gold/2026/01/", "/topics/gold/"),
      vanished("/topics/oil/", ", and 4 addresses below it", "/topics/oil/*", "/topics/crude-oil/*"),
      "",
      "4 errors in the content. Nothing was published.",
      "",
    ]);
    expect(code).toBe(1);
    expect(differences(published, readTree(out))).toEqual([]);
    expect(history()).toBe(historyBefore);
  });

  it("builds with the suggested redirects, and writes a redirect page for each", async () => {
    const { stderr } = await build(MARCH);
    const entries = [...stderr.matchAll(/redirects\.yaml: (- .*)$/gm)].map(([, entry]) => `${entry}\n`);
    writeFileSync(join(content, "redirects.yaml"), `# Moved in March.\n${entries.join("")}`);
    const historyBefore = history();
    expect(await build(MARCH, "--record")).toMatchObject({ code: 0, stderr: "" });
    const pages = new Map(readPages(out).map((page) => [page.path, page.html]));
    const redirected = [...pages].flatMap(([path, html]) => {
      const [, url] = /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html) ?? [];
      return url === undefined ? [] : [`${path} → ${new URL(url, `http://site.invalid${path}`).pathname}`];
    });
    expect(redirected.sort()).toEqual([
      "/2026/01/07/first/ → /2026/01/07/talks/",
      "/2026/01/08/second/ → /2026/01/",
      "/topics/gold/2026/01/ → /topics/gold/",
      "/topics/oil/ → /topics/crude-oil/",
      "/topics/oil/2026/01/ → /topics/crude-oil/2026/01/",
    ]);
    const added = recorded().filter((address) => !historyBefore.includes(`\n${address}\n`));
    expect(added.filter((address) => !/talks|crude-oil/.test(address))).toEqual([]);
    expect(recorded()).toEqual(expect.arrayContaining(["/2026/01/07/first/", "/topics/oil/feed.xml"]));
  });

  it("redirects with a valid HTML page that is not indexed and needs no script", async () => {
    const html = readFileSync(join(out, "2026/01/07/first/index.html"), "utf8");
    const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<link rel="canonical" href="https://www.econotimes.com/2026/01/07/talks/">');
    expect(html).toContain('<a href="../../../../2026/01/07/talks/">');
    expect(html).not.toContain("<script");
    expect(readFileSync(join(out, "sitemap.xml"), "utf8")).not.toContain("/2026/01/07/first/");
  });

  it("omits redirects to unpublished pages from an edition of the past", async () => {
    const to = async (asOf: string) => new Set((await read(asOf)).redirects.map((redirect) => redirect.to));
    expect(await to("2026-01-07T12:00:00-05:00")).toContain("/2026/01/07/talks/");
    expect(await to("2026-01-06T12:00:00-05:00")).not.toContain("/2026/01/07/talks/");
  });

  it("reports no vanished URLs if a file could not be read", async () => {
    writeFileSync(article("third"), story("soon", "gold"));
    await expect(read(MARCH)).rejects.toThrow("third.md:5  published");
    await expect(read(MARCH)).rejects.not.toThrow("would disappear");
  });
});

it("publishedAddresses lists exactly the addresses of the shipped site", async () => {
  const asOf = DateTime.fromISO(AS_OF);
  const site = parseSite(settings, undefined);
  const folders = { contentFolder: join(ROOT, "src/content"), marketsFolder: join(ROOT, "_data/markets") };
  const { catalog, pages, markets, redirects } = await readContent({ ...folders, asOf, now: asOf }, site, SILENT_STEP);
  const known = publishedAddresses({ catalog, pages, ...markets, partnerFeeds: site.partnerFeeds, hasAddress: true });
  const written = permanentUrls(readTree(inject("siteFolder")).keys(), redirects);
  expect([...known].sort()).toEqual([...written].sort());
});

it("--record is rejected by the dev server", async () => {
  const { code, stderr } = await buildSite(["--record"], { command: "dev" });
  expect(stderr).toContain("--record only works with `build` and `start`");
  expect(code).toBe(2);
});
