import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SitePath } from "../../src/model/urls.ts";
import { displayPath } from "../../src/node/files/source-file.ts";
import { type ExpectedOutput, expectedOutput } from "../../src/node/publish/checks/expected-output.ts";
import { OutputChecks } from "../../src/node/publish/checks/output-checks.ts";
import { OutputError } from "../../src/node/publish/checks/output-diagnostics.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const SITE = "https://example.org/";
const TEMPLATE = "src/pages/page.11ty.tsx";

const EXPECTED: ExpectedOutput = {
  siteUrl: SITE,
  published: new Map(),
  unpublished: new Map(),
  privateFolders: ["/home/anna/paper"],
  contentFolders: [],
};

type Files = Readonly<Record<string, string>>;

interface Options {
  readonly expected?: Partial<ExpectedOutput>;
  /** Files that the build itself writes, besides what templates compose. */
  readonly written?: Files;
  readonly isWatched?: boolean;
}

interface Checked {
  readonly lines: readonly string[];
  readonly closing: string | undefined;
  readonly warnings: readonly string[];
  readonly count: number;
  readonly note: string;
}

/** Composes files and a home page, and checks the output. */
async function check(composed: Files, { expected = {}, written = {}, isWatched = false }: Options = {}): Promise<Checked> {
  const folder = temporaryFolder();
  const checks = new OutputChecks({ ...EXPECTED, ...expected });
  const files = { "index.html": page(""), ...composed };
  writeTree(folder, [...Object.entries(files), ...Object.entries(written)]);
  for (const [file, text] of Object.entries(files)) {
    const path: SitePath = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    checks.addComposed(path, TEMPLATE, text, Buffer.byteLength(text));
  }
  const advanced: number[] = [];
  const notes: string[] = [];
  const step = { expect() {}, advance: (by = 1) => void advanced.push(by), note: (text: string) => void notes.push(text) };
  try {
    const warnings = await checks.complete(folder, step, isWatched);
    return { lines: [], closing: undefined, warnings, count: sum(advanced), note: notes.join() };
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    const [lines = "", closing] = error.message.split("\n\n");
    return { lines: lines.split("\n"), closing, warnings: [], count: sum(advanced), note: notes.join() };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function page(body: string, head = ""): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>T</title><meta name="description" content="D">${head}</head><body><h1>H</h1>${body}</body></html>\n`;
}

const redirectPage = (to: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Moved</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${to}"></head><body><a href="${to}">It has moved</a></body></html>`;

describe("an output without broken links", () => {
  it("passes, counts its pages, and notes how long reading them took", async () => {
    const checked = await check({
      "politics/index.html": page(
        '<a href="../">Front</a><a href="#b">B</a><a href="../#top">Top</a><p id="b"></p><a href="../feed.xml#x">Feed</a>',
        `<link rel="canonical" href="${SITE}politics/"><script type="application/ld+json">{"@id":"${SITE}#us"}</script>`,
      ),
      "about/index.html": page('<a href="../politics/#b">B</a><a href="https://example.com/">Elsewhere</a>'),
      "feed.xml": `<feed><id>${SITE}</id><link href="${SITE}politics/?from=feed"/></feed>`,
    });
    expect(checked).toMatchObject({ lines: [], warnings: [], count: 3 });
    expect(checked.note).toMatch(/^read in \d+ ms$/);
  });
});

describe("a broken link", () => {
  const FIX = "link to an existing page or file";
  const SIZED = 'alt="" width="1" height="1"';

  it.each<[html: string, element: string, diagnostic: string]>([
    ['<a href="../nowhere/">', '<a href="../nowhere/">', `links to /nowhere/, which does not exist  ${FIX}`],
    [
      '<a href="../abuot/">',
      '<a href="../abuot/">',
      "links to /abuot/, which does not exist  link to /about/, or another existing page or file",
    ],
    ['<a href="../about">', '<a href="../about">', "links to /about, which is a folder  write /about/"],
    [`<img src="a.png" ${SIZED}>`, '<img src="a.png">', `links to /politics/a.png, which does not exist  ${FIX}`],
    ['<a href="../about/#en">', '<a href="../about/#en">', "links to #en, which /about/ does not have  write #end"],
    ['<a href="#x">', '<a href="#x">', "links to #x, which /politics/ does not have  name an id of that page, or the page alone"],
    ['<form action="../seek/">', '<form action="../seek/">', `links to /seek/, which does not exist  ${FIX}`],
    [
      '<meta http-equiv="refresh" content="0; url=../old/">',
      '<meta content="../old/">',
      `links to /old/, which does not exist  ${FIX}`,
    ],
    [
      `<meta property="og:image" content="${SITE}og.png">`,
      `<meta content="${SITE}og.png">`,
      `links to /og.png, which does not exist  ${FIX}`,
    ],
    [
      `<script type="application/ld+json">{"url":"${SITE}us/"}</script>`,
      `${SITE}us/`,
      `links to /us/, which does not exist  ${FIX}`,
    ],
    ['<a href="/about/">', '<a href="/about/">', "starts at the root of the host, where the site may not be  use href()"],
  ])("%s is reported with its page, its element and its source", async (html, element, diagnostic) => {
    const { lines, closing } = await check(
      { "politics/index.html": page(html), "about/index.html": page('<p id="end"></p>') },
      { expected: { published: new Map([["/politics/", "src/content/pages/politics.md"]]) } },
    );
    expect(lines).toEqual([`src/content/pages/politics.md  /politics/  ${element}  ${diagnostic}`]);
    expect(closing).toBe("1 error in the output. Nothing was published.");
  });

  it("to a story that is not published says which file to publish", async () => {
    const { lines } = await check(
      { "about/index.html": page('<a href="../2026/01/07/talks/">') },
      { expected: { unpublished: new Map([["/2026/01/07/talks/", "articles/2026/01/talks.md"]]) } },
    );
    expect(lines).toEqual([
      `${TEMPLATE}  /about/  <a href="../2026/01/07/talks/">  links to /2026/01/07/talks/, which is not published  publish articles/2026/01/talks.md first, or remove the link`,
    ]);
  });

  it("in a feed or sitemap is found too", async () => {
    const { lines } = await check(
      { "feed.xml": `<link href="${SITE}gone/"/>` },
      { written: { "robots.txt": `Sitemap: ${SITE}map.xml` } },
    );
    expect(lines).toEqual([
      `${TEMPLATE}  /feed.xml  ${SITE}gone/  links to /gone/, which does not exist  ${FIX}`,
      `the build  /robots.txt  ${SITE}map.xml  links to /map.xml, which does not exist  ${FIX}`,
    ]);
  });

  it("on every page is reported for the first few, and counted for all", async () => {
    const many = Array.from({ length: 20 }, (_, at) => [`p${at}/index.html`, page('<a href="../nowhere/">')] as const);
    const { lines, closing } = await check(Object.fromEntries(many));
    expect(lines.slice(0, -1).map((line) => line.split("  ")[1])).toEqual(["/p0/", "/p1/", "/p2/"]);
    expect(lines.at(-1)).toBe("… and 17 more of the same");
    expect(closing).toBe("20 errors in the output. Nothing was published.");
  });
});

describe("an error that the content causes, which many pages and feeds show", () => {
  const SECRET = "AKIAABCDEFGHIJKLMNOP";
  const content = temporaryFolder();
  const story = displayPath(join(content, "articles/talks.md"));
  const draft = displayPath(join(content, "articles/draft.md"));
  const expected = {
    contentFolders: [content],
    published: new Map<SitePath, string>([["/2026/talks/", story]]),
    unpublished: new Map<SitePath, string>([["/2026/draft/", draft]]),
  };
  const feeds = Object.fromEntries(Array.from({ length: 12 }, (_, at) => `f${at}.xml`).map((file) => [file, `<p>${SECRET}</p>`]));
  const write = (body: string, others: Files = {}) =>
    writeTree(content, Object.entries({ "articles/talks.md": body, "articles/draft.md": SECRET, "authors.yaml": "", ...others }));

  it("is reported once, with the line of the story to correct", async () => {
    write(`---\ntitle: A\n---\nThe key ${SECRET}.\nAgain ${SECRET}.\n`);
    const body = page(`<p>${SECRET}</p>`);
    const { lines, closing } = await check({ ...feeds, "a/index.html": body, "2026/talks/index.html": body }, { expected });
    expect(lines).toEqual([
      `${story}:4  /2026/talks/  file  contains a secret: AKIAABCD…  remove it, and replace the key: it may be known`,
    ]);
    expect(closing).toBe("1 error in the output. Nothing was published.");
  });

  it("is reported once for each file that causes it", async () => {
    write(`One ${SECRET}.\n`, { "authors.yaml": `desk:\n  name: ${SECRET}\n` });
    const { lines } = await check(feeds, { expected });
    expect(lines.map((line) => line.split("  ").slice(0, 2))).toEqual([
      [`${story}:1`, "/2026/talks/"],
      [`${displayPath(join(content, "authors.yaml"))}:2`, "every page that shows it"],
    ]);
  });

  it("names the template if no content has it", async () => {
    write("Nothing.\n");
    const { lines } = await check({ "f.xml": SECRET }, { expected });
    expect(lines).toEqual([
      `${TEMPLATE}  /f.xml  file  contains a secret: AKIAABCD…  remove it, and replace the key: it may be known`,
    ]);
  });

  it.each(["[A](/data/#brnet)", "[A]: /data/#brnet", '[A](/data/#brnet "B")'])(
    "is a broken link of a story: %s",
    async (link) => {
      write(`One.\n\n${link}\n`);
      const files = {
        "data/index.html": page('<p id="brent"></p>'),
        "a/index.html": page('<a href="../data/#brnet">A</a>'),
        "2026/talks/index.html": page('<a href="../../data/#brnet">A</a>'),
      };
      const { lines } = await check(files, { expected });
      expect(lines).toEqual([
        `${story}:3  /2026/talks/  <a href="../../data/#brnet">  links to #brnet, which /data/ does not have  write #brent`,
      ]);
    },
  );

  it("is a whole address in a text that feeds and structured data repeat", async () => {
    write(`---\nstandfirst: "See ${SITE}nowhere/."\n---\n`);
    const data = page(`<script type="application/ld+json">{"description":"See ${SITE}nowhere/."}</script>`);
    const several = Object.fromEntries(Object.keys(feeds).map((file) => [file, `See ${SITE}nowhere/.`]));
    const { lines } = await check({ ...several, "2026/talks/index.html": data }, { expected });
    expect(lines).toEqual([
      `${story}:2  /2026/talks/  ${SITE}nowhere/  links to /nowhere/, which does not exist  link to an existing page or file`,
    ]);
  });

  it.each(["[A](/data/#brnets)", "[A](/x/data/#brnet)", "/data/#brnet"])("is no link that a story lacks: %s", async (link) => {
    write(`${link}\n`);
    const { lines } = await check(
      { "data/index.html": page(""), "2026/talks/index.html": page('<a href="../../data/#brnet">A</a>') },
      { expected },
    );
    expect(lines.map((line) => line.split("  ")[0])).toEqual([story]);
  });
});

describe("errors of many kinds", () => {
  it("are all reported, however many there are of one", async () => {
    const untitled = page("").replace("<title>T</title>", "");
    const many = Array.from({ length: 30 }, (_, at) => [`p${at}/index.html`, untitled] as const);
    const { lines } = await check({ ...Object.fromEntries(many), "about/index.html": page("<h1>Again</h1>") });
    expect(lines).toHaveLength(12);
    expect(lines[10]).toBe("… and 20 more of the same");
    expect(lines[11]).toBe(`${TEMPLATE}  /about/  <h1>  occurs 2 times  give the page exactly one`);
  });

  it("are limited in number", async () => {
    const links = Array.from({ length: 150 }, (_, at) => `<a href="none-${at}/">`).join("");
    const { lines, closing } = await check({ "about/index.html": page(links) });
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("… and 50 more");
    expect(closing).toBe("150 errors in the output. Nothing was published.");
  });
});

describe("what must not be published", () => {
  it("is reported if it is a file in the output", async () => {
    const { lines } = await check({}, { written: { "assets/site.js.map": "{}", ".env": "KEY=1" } });
    expect(lines).toEqual([
      "the build  /.env  file  is in the output, but .env is hidden  keep it out of the output",
      "the build  /assets/site.js.map  file  is not a kind of file that browsers or hosts request  keep it out of the output",
    ]);
  });

  it("is reported in the text of pages and other files", async () => {
    const { lines } = await check(
      { "about/index.html": page("<p>/home/anna/paper/x</p>") },
      { written: { "a.txt": "/home/anna/paper" } },
    );
    expect(lines).toEqual([
      `${TEMPLATE}  /about/  file  mentions /home/anna/paper, a folder of this machine  remove the path`,
      "the build  /a.txt  file  mentions /home/anna/paper, a folder of this machine  remove the path",
    ]);
  });

  it("is reported if it is the page of a draft, unless that is a redirect", async () => {
    const unpublished = new Map<SitePath, string>([["/talks/", "articles/talks.md"]]);
    const { lines } = await check({ "talks/index.html": page("") }, { expected: { unpublished } });
    expect(lines).toEqual([
      `${TEMPLATE}  /talks/  file  is the page of articles/talks.md, which must not be published  keep it out of the output`,
    ]);
    expect((await check({ "talks/index.html": redirectPage("../") }, { expected: { unpublished } })).lines).toEqual([]);
  });

  it("is a draft or a story of the future, whose file is known", () => {
    const story = { path: "/2026/01/07/talks/" } as const;
    const sources = new Map<SitePath, string>([
      ["/2026/01/07/talks/", "talks.md"],
      ["/2027/01/07/later/", "later.md"],
      ["/about/", "about.md"],
    ]);
    const settings = { root: "/srv/paper", contentFolder: "/content", marketsFolder: "/markets" };
    const expected = expectedOutput(
      { catalog: { articles: [story] }, pages: [{ path: "/about/" }], sources, site: { address: SITE } },
      settings,
    );
    expect([...expected.published.values()]).toEqual(["talks.md", "about.md"]);
    expect([...expected.unpublished]).toEqual([["/2027/01/07/later/", "later.md"]]);
    expect(expected.privateFolders).toContain("/srv/paper");
    expect(expected.privateFolders).not.toContain("/content");
  });
});

describe("a page that the build writes without a template", () => {
  it("is checked like any other", async () => {
    const { lines, count } = await check(
      {},
      { written: { "old/index.html": redirectPage("../new/"), "new/index.html": page("<h1>") } },
    );
    expect(lines.map((line) => line.split("  ").slice(1, 4))).toEqual([["/new/", "<h1>", "occurs 2 times"]]);
    expect(count).toBe(3);
  });

  it("is not checked in watch mode: it may be from an earlier build", async () => {
    expect(await check({}, { written: { "old/index.html": page("<h1>") }, isWatched: true })).toMatchObject({
      lines: [],
      count: 1,
    });
  });
});

describe("a page over its budget", () => {
  it("gives a warning", async () => {
    const { lines, warnings } = await check({
      "credits/index.html": page("x".repeat(120 * 1024)),
      "all/index.html": page("x".repeat(99 * 1024)),
    });
    expect(lines).toEqual([]);
    expect(warnings).toEqual([`${TEMPLATE}  /credits/  <html>  weighs 120 KiB, more than 100  split it into several pages`]);
  });
});

describe("a site without an address", () => {
  it("only has relative links to check", async () => {
    const { lines } = await check({ "about/index.html": page(`<a href="${SITE}gone/">`) }, { expected: { siteUrl: undefined } });
    expect(lines).toEqual([]);
  });
});
