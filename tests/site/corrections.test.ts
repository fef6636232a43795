import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, readTree, writeTree } from "./build-site.ts";
import { addressesOf, readPages, type SitePage } from "./site-pages.ts";

/** More corrections than the first page lists, one a day from 1 September 2025 on. */
const MANY = 110;
const manyDates = Array.from({ length: MANY }, (_, index) => new Date(Date.UTC(2025, 8, 1 + index, 15)).toISOString());

function story(title: string, updated: string, corrections: string): string {
  return `---
title: ${title}
standfirst: What happened.
section: politics
published: 2025-08-01T09:30:00-04:00
updated: ${updated}
authors: [desk]
corrections:
${corrections}---

Text.

## Corrections

A heading of the story’s own.
`;
}

const CONTENT: readonly (readonly [string, string])[] = [
  ["authors.yaml", "desk: { name: The desk, description: About it. }\n"],
  ["topics.yaml", "{}\n"],
  [
    "articles/named-wrongly.md",
    story(
      "A minister is named & quoted",
      "2026-01-08T10:05:00-05:00",
      `  - date: 2026-01-08T10:05:00-05:00
    text: An earlier version named "the wrong minister" \\<b>& misquoted her\\</b>.
`,
    ),
  ],
  [
    "articles/often-wrong.md",
    story(
      "A story of many errors",
      manyDates.at(-1) ?? "",
      manyDates.map((date, index) => `  - { date: ${date}, text: Error ${index + 1}. }\n`).join(""),
    ),
  ],
];

let files: ReadonlyMap<string, Buffer>;
let pages: readonly SitePage[];
const page = (path: string) => pages.find((each) => each.path === path)?.html ?? "";
/** The visible text of an HTML fragment. */
const words = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

beforeAll(async () => {
  const folder = temporaryFolder();
  writeTree(join(folder, "content"), CONTENT);
  const flags = ["--content", join(folder, "content"), "--markets", "tests/fixtures/no-markets", "--out", join(folder, "site")];
  expect(await buildSite([...flags, "--as-of", "2026-02-01T12:00:00-05:00"])).toMatchObject({ code: 0, stderr: "" });
  files = readTree(join(folder, "site"));
  pages = readPages(join(folder, "site"));
});

describe("a corrected story", () => {
  const path = "/2025/08/01/named-wrongly/";

  it("says so in its byline, and links to its corrections", () => {
    expect(page(path)).toContain(
      '<a href="#story_corrections">Corrected <time datetime="2026-01-08T10:05:00-05:00">8 January 2026',
    );
  });

  it("has its corrections below its text and topics, with the date, and as escaped text", () => {
    const [before = "", after = ""] = page(path).split('<section class="story-corrections" id="story_corrections"');
    expect(before).toContain("A heading of the story’s own.");
    expect(words(`<${after}`)).toContain(
      "Correction 8 January 2026, 10:05 EST An earlier version named “the wrong minister” &lt;b>&amp; misquoted her&lt;/b>.",
    );
    expect(after).toContain('<li id="correction_20260108T150500Z">');
  });

  it("distinguishes them from a heading with the same words", () => {
    expect(page(path)).toContain('<h2><span id="corrections">');
  });

  it("has several in the plural, newest first", () => {
    const often = page("/2025/08/01/often-wrong/");
    expect(often).toMatch(/<h2 id="story_corrections_title">Corrections<\/h2>/);
    expect(often.indexOf(`Error ${MANY}.`)).toBeLessThan(often.indexOf("Error 1."));
  });
});

describe("the page of corrections", () => {
  const listed = (path: string) => [...page(path).matchAll(/#correction_(\d{8})/g)].map(([, day]) => day ?? "");

  it("lists the newest 100, newest first, each with its story and text", () => {
    const days = listed("/corrections/");
    expect(days).toHaveLength(100);
    expect(days).toEqual(days.toSorted().reverse());
    expect(words(page("/corrections/"))).toContain("8 January 2026 A minister is named &amp; quoted An earlier version named");
  });

  it("links to each year, which has all of its own", () => {
    expect(words(page("/corrections/"))).toMatch(/All corrections by year 2026 1 2025 110/);
    expect(listed("/corrections/2026/")).toEqual(["20260108"]);
    expect(listed("/corrections/2025/")).toHaveLength(MANY);
  });

  it("is linked from every footer", () => {
    for (const { path, elements } of pages.filter((each) => each.path !== "/404.html")) {
      const targets = elements.flatMap(addressesOf).map((href) => new URL(href, `http://site.invalid${path}`).pathname);
      expect(targets, path).toContain("/corrections/");
    }
  });

  it("has a feed in every format, whose items are identified by their address on the story", () => {
    const id = "https://www.econotimes.com/2025/08/01/named-wrongly/#correction_20260108T150500Z";
    for (const file of ["corrections/feed.xml", "corrections/rss.xml", "corrections/feed.json"]) {
      expect(page("/corrections/")).toContain(`href="../${file}"`);
      expect(files.get(file)?.toString(), file).toContain(id);
    }
    const { items } = JSON.parse(String(files.get("corrections/feed.json")));
    expect(items).toHaveLength(30);
    expect(items[0]).toMatchObject({
      id,
      url: id,
      title: "Correction: A minister is named & quoted",
      summary: "An earlier version named “the wrong minister” <b>& misquoted her</b>.",
      date_published: "2026-01-08T10:05:00-05:00",
    });
    expect(items[0].content_html).toContain("&lt;b&gt;&amp; misquoted her&lt;/b&gt;");
  });
});

it("html-validate finds no errors on pages with corrections", async () => {
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
  for (const { path, html } of pages.filter((each) => /corrections|wrong/.test(each.path))) {
    const { results } = await validator.validateString(html, path);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }
});
