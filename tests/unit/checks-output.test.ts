import { describe, expect, it } from "vitest";
import type { SitePath } from "../../src/model/urls.ts";
import { type ExpectedOutput, expectedOutput } from "../../src/node/publish/checks/expected-output.ts";
import { OutputChecks } from "../../src/node/publish/checks/output-checks.ts";
import { OutputError } from "../../src/node/publish/checks/output-fault.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const OWN = "https://example.org/";
const TEMPLATE = "src/pages/page.11ty.tsx";

const EXPECTED: ExpectedOutput = {
  address: OWN,
  published: new Map(),
  unpublished: new Map(),
  privateFolders: ["/home/anna/paper"],
};

type Files = Readonly<Record<string, string>>;

interface Circumstances {
  readonly expected?: Partial<ExpectedOutput>;
  /** What the build writes by itself, besides what templates compose. */
  readonly written?: Files;
  readonly isWatched?: boolean;
}

interface Checked {
  readonly told: readonly string[];
  readonly closing: string | undefined;
  readonly warnings: readonly string[];
  readonly count: number;
  readonly note: string;
}

/** Composes files and checks the output that they make together with the front page. */
async function check(composed: Files, { expected = {}, written = {}, isWatched = false }: Circumstances = {}): Promise<Checked> {
  const folder = temporaryFolder();
  const checks = new OutputChecks({ ...EXPECTED, ...expected });
  const files = { "index.html": page(""), ...composed };
  writeTree(folder, [...Object.entries(files), ...Object.entries(written)]);
  for (const [file, text] of Object.entries(files)) {
    const path: SitePath = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    checks.readComposed(path, TEMPLATE, text, Buffer.byteLength(text));
  }
  const advanced: number[] = [];
  const notes: string[] = [];
  const step = { expect() {}, advance: (by = 1) => void advanced.push(by), note: (text: string) => void notes.push(text) };
  try {
    const warnings = await checks.complete(folder, step, isWatched);
    return { told: [], closing: undefined, warnings, count: sum(advanced), note: notes.join() };
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    const [told = "", closing] = error.message.split("\n\n");
    return { told: told.split("\n"), closing, warnings: [], count: sum(advanced), note: notes.join() };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function page(body: string, head = ""): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>T</title><meta name="description" content="D">${head}</head><body><h1>H</h1>${body}</body></html>\n`;
}

const forwarding = (to: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Moved</title><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${to}"></head><body><a href="${to}">It has moved</a></body></html>`;

describe("an output in which everything leads somewhere", () => {
  it("passes, counts its pages, and tells how long it took to read them while they were composed", async () => {
    const checked = await check({
      "politics/index.html": page(
        '<a href="../">Front</a><a href="#b">B</a><a href="../#top">Top</a><p id="b"></p><a href="../feed.xml#x">Feed</a>',
        `<link rel="canonical" href="${OWN}politics/"><script type="application/ld+json">{"@id":"${OWN}#us"}</script>`,
      ),
      "about/index.html": page('<a href="../politics/#b">B</a><a href="https://example.com/">Elsewhere</a>'),
      "feed.xml": `<feed><id>${OWN}</id><link href="${OWN}politics/?from=feed"/></feed>`,
    });
    expect(checked).toMatchObject({ told: [], warnings: [], count: 3 });
    expect(checked.note).toMatch(/^read in \d+ ms$/);
  });
});

describe("a link that leads nowhere", () => {
  const REMEDY = "name a page or file that is there";
  const SIZED = 'alt="" width="1" height="1"';

  it.each<[html: string, element: string, fault: string]>([
    ['<a href="../nowhere/">', '<a href="../nowhere/">', `leads to /nowhere/, which is not there  ${REMEDY}`],
    [
      '<a href="../abuot/">',
      '<a href="../abuot/">',
      "leads to /abuot/, which is not there  name /about/, or whatever else is there",
    ],
    ['<a href="../about">', '<a href="../about">', "leads to /about, which is a folder  name /about/"],
    [`<img src="a.png" ${SIZED}>`, '<img src="a.png">', `leads to /politics/a.png, which is not there  ${REMEDY}`],
    ['<a href="../about/#en">', '<a href="../about/#en">', "leads to #en, which /about/ does not have  name #end"],
    ['<a href="#x">', '<a href="#x">', "leads to #x, which /politics/ does not have  name an id of that page, or the page alone"],
    ['<form action="../seek/">', '<form action="../seek/">', `leads to /seek/, which is not there  ${REMEDY}`],
    [
      '<meta http-equiv="refresh" content="0; url=../old/">',
      '<meta content="../old/">',
      `leads to /old/, which is not there  ${REMEDY}`,
    ],
    [
      `<meta property="og:image" content="${OWN}og.png">`,
      `<meta content="${OWN}og.png">`,
      `leads to /og.png, which is not there  ${REMEDY}`,
    ],
    [
      `<script type="application/ld+json">{"url":"${OWN}us/"}</script>`,
      `${OWN}us/`,
      `leads to /us/, which is not there  ${REMEDY}`,
    ],
    [
      '<a href="/about/">',
      '<a href="/about/">',
      "begins at the root of its host, where the site may not lie  write it through href()",
    ],
  ])("%s is told with its page, its element and its source", async (html, element, fault) => {
    const { told, closing } = await check(
      { "politics/index.html": page(html), "about/index.html": page('<p id="end"></p>') },
      { expected: { published: new Map([["/politics/", "src/content/pages/politics.md"]]) } },
    );
    expect(told).toEqual([`src/content/pages/politics.md  /politics/  ${element}  ${fault}`]);
    expect(closing).toBe("1 fault in the output. Nothing was published.");
  });

  it("to a story that is not published says which file to publish", async () => {
    const { told } = await check(
      { "about/index.html": page('<a href="../2026/01/07/talks/">') },
      { expected: { unpublished: new Map([["/2026/01/07/talks/", "articles/2026/01/talks.md"]]) } },
    );
    expect(told).toEqual([
      `${TEMPLATE}  /about/  <a href="../2026/01/07/talks/">  leads to /2026/01/07/talks/, which is not published  publish articles/2026/01/talks.md first, or remove the link`,
    ]);
  });

  it("in a feed or sitemap is found too", async () => {
    const { told } = await check(
      { "feed.xml": `<link href="${OWN}gone/"/>` },
      { written: { "robots.txt": `Sitemap: ${OWN}map.xml` } },
    );
    expect(told).toEqual([
      `${TEMPLATE}  /feed.xml  ${OWN}gone/  leads to /gone/, which is not there  ${REMEDY}`,
      `the build  /robots.txt  ${OWN}map.xml  leads to /map.xml, which is not there  ${REMEDY}`,
    ]);
  });

  it("on every page is told of the first few, and all are counted", async () => {
    const many = Array.from({ length: 20 }, (_, at) => [`p${at}/index.html`, page('<a href="../nowhere/">')] as const);
    const { told, closing } = await check(Object.fromEntries(many));
    expect(told.slice(0, -1).map((line) => line.split("  ")[1])).toEqual(["/p0/", "/p1/", "/p2/"]);
    expect(told.at(-1)).toBe("… and 17 more of the same");
    expect(closing).toBe("20 faults in the output. Nothing was published.");
  });
});

describe("faults of many kinds", () => {
  it("are told at once, none hidden by many of another", async () => {
    const untitled = page("").replace("<title>T</title>", "");
    const many = Array.from({ length: 30 }, (_, at) => [`p${at}/index.html`, untitled] as const);
    const { told } = await check({ ...Object.fromEntries(many), "about/index.html": page("<h1>Again</h1>") });
    expect(told).toHaveLength(12);
    expect(told[10]).toBe("… and 20 more of the same");
    expect(told[11]).toBe(`${TEMPLATE}  /about/  <h1>  stands 2 times  give the page one heading of the first level`);
  });

  it("fill no more than a screen or two", async () => {
    const links = Array.from({ length: 150 }, (_, at) => `<a href="none-${at}/">`).join("");
    const { told, closing } = await check({ "about/index.html": page(links) });
    expect(told).toHaveLength(101);
    expect(told.at(-1)).toBe("… and 50 more faults");
    expect(closing).toBe("150 faults in the output. Nothing was published.");
  });
});

describe("what is not to be published", () => {
  it("is told where a file of it lies in the output", async () => {
    const { told } = await check({}, { written: { "assets/site.js.map": "{}", ".env": "KEY=1" } });
    expect(told).toEqual([
      "the build  /.env  file  lies in the output, and .env is hidden  keep it out of the output",
      "the build  /assets/site.js.map  file  is of no kind that readers or hosts ask for  keep it out of the output",
    ]);
  });

  it("is told where a text holds it, be it a page or a file of the build", async () => {
    const { told } = await check(
      { "about/index.html": page("<p>/home/anna/paper/x</p>") },
      { written: { "a.txt": "/home/anna/paper" } },
    );
    expect(told).toEqual([
      `${TEMPLATE}  /about/  file  names /home/anna/paper, a folder of this machine  leave the folder out`,
      "the build  /a.txt  file  names /home/anna/paper, a folder of this machine  leave the folder out",
    ]);
  });

  it("is told where a draft has a page, unless that page forwards", async () => {
    const unpublished = new Map<SitePath, string>([["/talks/", "articles/talks.md"]]);
    const { told } = await check({ "talks/index.html": page("") }, { expected: { unpublished } });
    expect(told).toEqual([
      `${TEMPLATE}  /talks/  file  is the page of articles/talks.md, which is not to be published  keep it out of the output`,
    ]);
    expect((await check({ "talks/index.html": forwarding("../") }, { expected: { unpublished } })).told).toEqual([]);
  });

  it("is a draft or a story of the future, whose file is known", () => {
    const story = { path: "/2026/01/07/talks/" } as const;
    const sources = new Map<SitePath, string>([
      ["/2026/01/07/talks/", "talks.md"],
      ["/2027/01/07/later/", "later.md"],
      ["/about/", "about.md"],
    ]);
    const settings = { root: "/srv/paper", contentFolder: "/content" };
    const expected = expectedOutput(
      { catalog: { articles: [story] }, pages: [{ path: "/about/" }], sources, site: { address: OWN } },
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
    const { told, count } = await check(
      {},
      { written: { "old/index.html": forwarding("../new/"), "new/index.html": page("<h1>") } },
    );
    expect(told.map((line) => line.split("  ").slice(1, 4))).toEqual([["/new/", "<h1>", "stands 2 times"]]);
    expect(count).toBe(3);
  });

  it("is left alone in a folder that is watched: it may be of an earlier build", async () => {
    expect(await check({}, { written: { "old/index.html": page("<h1>") }, isWatched: true })).toMatchObject({
      told: [],
      count: 1,
    });
  });
});

describe("a page over its budget", () => {
  it("is told as a warning", async () => {
    const { told, warnings } = await check({
      "credits/index.html": page("x".repeat(120 * 1024)),
      "all/index.html": page("x".repeat(99 * 1024)),
    });
    expect(told).toEqual([]);
    expect(warnings).toEqual([`${TEMPLATE}  /credits/  <html>  weighs 120 KiB, more than 100  part it into several pages`]);
  });
});

describe("a site without an address", () => {
  it("has nothing but relative links to check", async () => {
    const { told } = await check({ "about/index.html": page(`<a href="${OWN}gone/">`) }, { expected: { address: undefined } });
    expect(told).toEqual([]);
  });
});
