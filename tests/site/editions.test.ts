import { cpSync, existsSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, ROOT, readTree, writeTree } from "./build-site.ts";

/** What a feed is called in each of its formats. */
const FEEDS = ["feed.xml", "rss.xml", "feed.json"];

/** A picture with its cards, and a card that is made of a headline. */
const MADE_ANEW = /^(?:brent|after-the-clocks-went-back)-/;

type Tree = ReadonlyMap<string, Buffer>;

async function built(flags: readonly string[], root = ROOT, env: Readonly<Record<string, string>> = {}): Promise<Tree> {
  const out = join(temporaryFolder(), "site");
  expect(await buildSite(["--out", out, ...flags], { root, env })).toMatchObject({ code: 0, stderr: "" });
  return readTree(out);
}

/** Files whose name or content holds a word; those that are compressed, such as the search index, are opened first. */
function filesWith(word: string, tree: Tree): readonly string[] {
  const opened = (bytes: Buffer) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
  return [...tree].filter(([path, bytes]) => path.includes(word) || opened(bytes).includes(word)).map(([path]) => path);
}

/** A story whose every text holds the word `canary`, with a topic, an author and a picture that no other story has. */
function canaryStory(canary: string, published: string, draft: boolean): readonly (readonly [string, string])[] {
  const story = `---
title: The ${canary} title
standfirst: The ${canary} standfirst.
section: politics
published: ${published}
authors: [desk-of-${canary}]
topics: [topic-of-${canary}]
picture:
  file: picture-of-${canary}
  caption: The ${canary} caption of the story.
keyPoints: [The ${canary} point.]
draft: ${draft}
---

The ${canary} body.

## The ${canary} heading

![The ${canary} alternative](picture-of-${canary})
`;
  return [
    [`articles/slug-of-${canary}.md`, story],
    [
      `pictures/picture-of-${canary}.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="90" fill="#8a1c2b"/></svg>',
    ],
    [
      `pictures/picture-of-${canary}.yaml`,
      `alt: The ${canary}.\ncaption: The ${canary}.\ncredit: ${canary}\nlicence: CC0\nsource: https://example.org/${canary}\n`,
    ],
  ];
}

const named = (ids: readonly string[]) =>
  ids.map((id) => `${id}:\n  name: Name of ${id}\n  description: About ${id}.\n`).join("");

describe("a draft and a story of the future", () => {
  const [draft, future] = ["zibeldraft", "zibelmorrow"];
  const embargo = "2026-03-01T09:00:00-05:00";
  const content = join(temporaryFolder(), "content");
  let before: Tree;
  let after: Tree;

  beforeAll(async () => {
    const shown =
      "---\ntitle: Shown\nstandfirst: A story.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\nText.\n";
    writeTree(content, [
      ["articles/shown.md", shown],
      ["authors.yaml", named(["desk", `desk-of-${draft}`, `desk-of-${future}`])],
      ["topics.yaml", named([`topic-of-${draft}`, `topic-of-${future}`])],
      ...canaryStory(draft, "2026-01-07T10:00:00-05:00", true),
      ...canaryStory(future, embargo, false),
    ]);
    before = await built(["--content", content, "--as-of", "2026-03-01T08:59:59-05:00"]);
    after = await built(["--content", content, "--as-of", embargo]);
  });

  it("leave no trace, not in the name of a file and not in the search index", () => {
    expect(filesWith("Shown", before)).toContain("index.html");
    expect(filesWith("zibel", before)).toEqual([]);
  });

  it("are two things: at its time the story appears everywhere at once, and the draft never", () => {
    const address = `2026/03/01/slug-of-${future}/`;
    const pages = [
      "index.html",
      "feed.xml",
      `${address}index.html`,
      "2026/03/index.html",
      "politics/index.html",
      "politics/2026/03/index.html",
      `topics/topic-of-${future}/index.html`,
      `topics/topic-of-${future}/2026/03/index.html`,
      `authors/desk-of-${future}/index.html`,
      "picture-credits/index.html",
    ];
    for (const page of pages) expect(after.get(page)?.toString(), page).toContain(address);
    for (const index of ["topics", "authors", "search"]) expect(after.get(`${index}/index.html`)?.toString()).toContain(future);
    expect(filesWith(draft, after)).toEqual([]);
  });

  it("are found by search from that moment on", () => {
    const found = filesWith(future, after).filter((path) => path.startsWith("pagefind/"));
    for (const part of ["fragment", "index", "filter"]) expect(found.join()).toMatch(new RegExp(`pagefind/\\d{4}/${part}/`));
  });
});

describe("an edition", () => {
  const asOf = ["--as-of", "2026-11-22T12:00:00-05:00"];

  it("is the same to the byte in another time zone, another language, and another folder of the machine", async () => {
    const copy = join(temporaryFolder(), "a copy");
    for (const part of [".eleventy.ts", "_data", "_includes", "src", "package.json", "tsconfig.json", "LICENSE"]) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    // Some pictures and cards are made anew; the others would only take time.
    for (const cache of ["pictures", "shares"]) {
      const folder = join(copy, ".cache", cache);
      cpSync(join(ROOT, ".cache", cache), folder, { recursive: true });
      const anew = readdirSync(folder).filter((name) => MADE_ANEW.test(name));
      expect(anew.length).toBeGreaterThan(0);
      for (const name of anew) rmSync(join(folder, name));
    }
    const elsewhere = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" };
    const tree = await built(asOf, copy, elsewhere);
    expect(tree.size).toBeGreaterThan(300);
    expect(differences(tree, readTree(inject("siteFolder")))).toEqual([]);
  });

  it("differs from the one before by a bounded set of files, and by no earlier story", async () => {
    const site = inject("siteFolder");
    const content = join(temporaryFolder(), "content");
    cpSync(join(ROOT, "src/content"), content, { recursive: true });
    const fields = "section: politics\npublished: 2026-11-21T09:00:00-05:00\nauthors: [politics-desk]\ntopics: [diplomacy]";
    writeTree(content, [
      [
        "articles/newest.md",
        `---\ntitle: The newest\nstandfirst: A story.\n${fields}\n---\n\nText about the Security Council.\n`,
      ],
    ]);
    const tree = await built([...asOf, "--content", content]);
    const changed = differences(tree, readTree(site));

    const listings = ["politics", "topics/diplomacy", "authors/politics-desk"];
    const expected = [
      "2026/11/21/newest/index.html",
      "2026/11/index.html",
      "authors/index.html",
      "edition.json",
      "index.html",
      "news-sitemap.xml",
      "offline/parts.json",
      "offline/stories.json",
      "search/index.html",
      "sitemap.xml",
      "sitemaps/2026.xml",
      "sitemaps/pages.xml",
      "topics/index.html",
      expect.stringMatching(/^pictures\/share\/newest-[0-9a-f]+-1200x630\.png$/),
      ...["", ...listings.map((listing) => `${listing}/`)].flatMap((folder) => FEEDS.map((file) => `${folder}${file}`)),
      ...listings.flatMap((listing) => [`${listing}/index.html`, `${listing}/2026/11/index.html`, ...monthBefore(site, listing)]),
    ];
    const others = changed.filter((path) => !path.startsWith("pagefind/"));
    expect(others).toEqual(expect.arrayContaining(expected));
    expect(others).toHaveLength(expected.length);
    const searched = changed.filter((path) => path.startsWith("pagefind/"));
    expect(searched.filter((path) => !path.startsWith("pagefind/2026/"))).toEqual(["pagefind/manifest.json"]);
    expect(searched.filter((path) => path.startsWith("pagefind/2026/fragment/"))).toHaveLength(1);
  });
});

/** Where November 2026 is a listing's first month, the month before it gains the step to it. */
function monthBefore(site: string, listing: string): readonly string[] {
  if (existsSync(join(site, listing, "2026/11"))) return [];
  const years = readdirSync(join(site, listing)).filter((name) => /^\d{4}$/.test(name));
  const months = years.flatMap((year) => readdirSync(join(site, listing, year)).map((month) => `${year}/${month}`));
  return months
    .sort()
    .slice(-1)
    .map((month) => `${listing}/${month}/index.html`);
}
