import { join } from "node:path";
import { DateTime } from "luxon";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { Build } from "../../src/node/pipeline/build.ts";
import { parseSettings } from "../../src/node/pipeline/settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { buildSite, differences, type Outcome, ROOT, readTree, writeTree } from "./build-site.ts";

const folder = temporaryFolder();
const content = join(folder, "content");
const out = join(folder, "site");

const story = (body: string) =>
  `---\ntitle: Talks\nstandfirst: They met.\nsection: politics\npublished: 2026-01-07T09:30:00-05:00\nauthors: [desk]\n---\n\n${body}\n`;

/** What is neither a page nor a heading of its own. */
const LINKS = [
  ...["/feed.xml", "/politics/rss.xml", "/data/brent.csv", "/data/brent.json", "/data/datapackage.json", "/opensearch.xml"],
  ...["/search/?q=brent", "/search/?q=brent&section=economy", "/politics/?from=print", "/offline/", "/feeds/", "/llms.txt"],
  ...["/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/app.webmanifest", "/?from=print", "/market-data/brent/#at-2026-01"],
  "https://www.example.org/politics/",
];

/** The longest name that a file may have. */
const LONG = "a".repeat(100);

const build = () => buildSite(["--content", content, "--out", out, "--as-of", "2026-02-01T00:00:00Z"]);

describe("a build whose output has an error that the content does not show", () => {
  let published: ReadonlyMap<string, Buffer>;
  let failed: Outcome;

  beforeAll(async () => {
    writeTree(content, [
      [`articles/${LONG}.md`, story(`![](${LONG})`)],
      [
        `pictures/${LONG}.JPG`,
        await sharp({ create: { width: 480, height: 270, channels: 3, background: "#024" } })
          .jpeg()
          .toBuffer(),
      ],
      [`pictures/${LONG}.yaml`, "alt: A port.\ncredit: Us\nlicence: CC0\nsource: own work\n"],
      ["articles/talks.md", story(LINKS.map((target) => `[here](${target})`).join("\n"))],
      ["authors.yaml", "desk:\n  name: The desk\n  description: The desk.\n"],
      ["topics.yaml", "{}\n"],
    ]);
    const { code, stdout } = await build();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^check pages\s+read in \d+ ms\s+\d+ ms$/m);
    published = readTree(out);
    writeTree(content, [["articles/talks.md", story("They met [there](http://localhost:8080/).")]]);
    failed = await build();
  });

  it("fails, and reports the story's file, its page, the element, what is wrong and how to fix it", () => {
    const file = join(content, "articles/talks.md");
    const lines = failed.stderr.split("\n").filter((line) => line.includes("  "));
    expect(lines.map((line) => line.split("  ").slice(1))).toEqual([
      [
        "/2026/01/07/talks/",
        '<a href="http://localhost:8080/">',
        "points to a host that readers cannot reach",
        "use a public address",
      ],
    ]);
    for (const line of lines) expect(join(ROOT, line.split("  ")[0] ?? "")).toBe(file);
    expect(failed.stderr).toMatch(/\n\n1 error in the output\. Nothing was published\.\n$/);
    expect(failed.code).toBe(1);
  });

  it("had published every kind of link that is right", () => {
    const page = published.get("2026/01/07/talks/index.html")?.toString() ?? "";
    const hrefs = LINKS.map((target) => (target.startsWith("/") ? `../../../..${target}` : target));
    for (const href of hrefs) expect(page).toContain(`<a href="${href.replaceAll("&", "&amp;")}"`);
  });

  it("had published a story and a picture with the longest names", () => {
    expect(published.has(`2026/01/07/${LONG}/index.html`)).toBe(true);
    expect([...published.keys()].filter((path) => path.startsWith(`pictures/${LONG}-`)).length).toBeGreaterThan(3);
  });

  it("leaves the previous output unchanged", () => {
    expect(differences(published, readTree(out))).toEqual([]);
  });
});

it("reports an error once that a story, its listings and feeds all show, with the line to correct", async () => {
  const secret = "AKIAABCDEFGHIJKLMNOP";
  writeTree(content, [["articles/talks.md", story("They met.").replace("title: Talks", `title: Talks on ${secret}`)]]);
  const { stderr, code } = await build();
  const [lines = "", closing] = stderr.split("\n\n");
  expect(lines.split("\n").map((line) => line.split("  ").slice(1))).toEqual([
    ["/2026/01/07/talks/", "file", "contains a secret: AKIAABCD…", "remove it, and replace the key: it may be known"],
  ]);
  expect(lines).toMatch(/articles\/talks\.md:2 {2}/);
  expect(closing).toBe("1 error in the output. Nothing was published.\n");
  expect(code).toBe(1);
});

describe("a build in watch mode", () => {
  const invalid = "<!DOCTYPE html><html><head></head><body></body></html>";

  /** Completes an output whose only page has no title, and returns what is printed. */
  async function complete(isWatched: boolean): Promise<readonly string[]> {
    const parent = temporaryFolder();
    const flags = ["--content", content, "--as-of", "2026-02-01T00:00:00Z"];
    const settings = { ...parseSettings(flags, ROOT, DateTime.now()), cacheFolder: join(parent, "cache") };
    const printed: string[] = [];
    const silent = { expect() {}, update() {}, done() {} };
    const console = { progress: () => silent, step() {}, notice: (text: string) => void printed.push(text), finished() {} };
    const build = new Build(settings, console);
    await build.prepare();
    writeTree(parent, [["site/index.html", invalid]]);
    build.composed("/", "src/pages/home.11ty.tsx", invalid, invalid.length);
    await build.complete(join(parent, "site"), isWatched);
    return printed;
  }

  it("prints the errors in the output and goes on", async () => {
    const error = "src/pages/home.11ty.tsx  /  <title>  is missing  give the page a title";
    expect((await complete(true)).join("\n")).toContain(error);
    await expect(complete(false)).rejects.toThrow(error);
  });
});
