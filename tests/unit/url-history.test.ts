import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { buildMarkets } from "../../src/markets/markets.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { formatUrlHistory, parseUrlHistory } from "../../src/model/url-history.ts";
import { checkVanishedUrls, successorFinder } from "../../src/node/ingest/url-history/vanished-urls.ts";
import { permanentUrls, recordUrls } from "../../src/node/publish/record-urls.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const parsed = (text: string) => parseUrlHistory({ file: "addresses.txt", text });

describe("the URL history", () => {
  it("is parsed as it was formatted", () => {
    const text = formatUrlHistory(["/politics/", "/", "/data/brent.csv"], undefined);
    const { history, diagnostics } = parsed(text);
    expect([...history]).toEqual([
      ["/", 3],
      ["/data/brent.csv", 4],
      ["/politics/", 5],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("starts with a comment that says what it is and how to remove an address", () => {
    expect(formatUrlHistory([], undefined)).toMatch(/^# Every address .*\n# .*redirects\.yaml.*removing its line\.\n$/);
  });

  it("is sorted, one address a line, and keeps the comments at its top", () => {
    expect(formatUrlHistory(["/b/", "/a/", "/a-b/"], "# Ours.\n\n# Since 2020.\n/b/\n")).toBe(
      "# Ours.\n\n# Since 2020.\n/a-b/\n/a/\n/b/\n",
    );
  });

  it("may be unsorted, hold an address twice, and lack the final newline", () => {
    const { history, diagnostics } = parsed("/b/\n/a/\n\n/b/");
    expect([...history.keys()]).toEqual(["/b/", "/a/"]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    "<<<<<<< HEAD",
    "politics/",
    "//example.org/",
    "https://example.org/",
    "/a/../b/",
    "/a b/",
    "/caf\u00e9/",
    "# below addresses",
    "/a/?page=2",
  ])("reports the line `%s`, with its number", (line) => {
    const { diagnostics } = parsed(`# Comment.\n/a/\n${line}\n`);
    expect(diagnostics.map(({ line, field, message }) => [line, field, message])).toEqual([
      [3, "address", `\`${line}\` is not an address`],
    ]);
  });
});

describe("the addresses in an output folder", () => {
  it("are those of pages, feeds and data files", () => {
    const files = [
      "index.html",
      "politics/index.html",
      "feed.xml",
      "politics/rss.xml",
      "a/feed.json",
      "data/brent.csv",
      "data/x.json",
    ];
    expect(permanentUrls(files, [])).toEqual([
      "/",
      "/politics/",
      "/feed.xml",
      "/politics/rss.xml",
      "/a/feed.json",
      "/data/brent.csv",
      "/data/x.json",
    ]);
  });

  it.each([
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "sitemaps/2026.xml",
    "edition.json",
    "vercel.json",
    "_headers",
    "assets/site-0123456789.css",
    "pictures/map-0123456789-640.avif",
    "pagefind/pagefind-entry.json",
    "politics/index.html.br",
    "politics/feed.xml.gz",
    "data/brent.csv.br",
    ".well-known/security.txt",
  ])("are not: %s", (file) => {
    expect(permanentUrls([file], [])).toEqual([]);
  });

  it("are not those of redirect pages", () => {
    expect(permanentUrls(["old/index.html", "new/index.html"], [{ from: "/old/", to: "/new/" }])).toEqual(["/new/"]);
  });
});

describe("a staged URL history", () => {
  const catalog = buildCatalog([], DateTime.fromISO("2026-01-07T12:00:00Z"), { name: "", description: "", sections: [] });
  const site = { address: undefined, partnerFeeds: [] };
  const edition = { catalog, pages: [], markets: buildMarkets([], 0), redirects: [], site };

  /** A content folder with a URL history, and the staged one of a site with `files`. */
  async function staged(files: readonly string[]) {
    const folder = temporaryFolder();
    const content = join(folder, "content");
    writeTree(content, [["addresses.txt", "# Ours.\n/gone/\n/search/\n"]]);
    writeTree(
      join(folder, "site"),
      files.map((file) => [file, ""] as const),
    );
    const history = await recordUrls(content, join(folder, "site"), edition);
    return { history, text: () => readFileSync(join(content, "addresses.txt"), "utf8"), names: () => readdirSync(content) };
  }

  it("adds the new addresses once the site is published, and not before", async () => {
    const { history, text, names } = await staged(["index.html", "search/index.html", "404.html"]);
    expect(history.added).toBe(1);
    expect(text()).toBe("# Ours.\n/gone/\n/search/\n");
    history.swapIn();
    expect(text()).toBe("# Ours.\n/\n/gone/\n/search/\n");
    expect(names()).toEqual(["addresses.txt"]);
  });

  it("leaves no file behind if the site is not published", async () => {
    const { history, text, names } = await staged(["index.html"]);
    history.discard();
    expect(text()).toBe("# Ours.\n/gone/\n/search/\n");
    expect(names()).toEqual(["addresses.txt"]);
  });

  it("rejects an address that publishedAddresses does not know, since the next build would miss it", async () => {
    await expect(staged(["index.html", "new-kind-of-page/index.html"])).rejects.toThrow("/new-kind-of-page/");
  });
});

/** The diagnostics of a history of which only `published` is left: `line message → fix`. */
function vanished(recorded: readonly string[], published: readonly string[], moved: readonly string[] = []) {
  const history = new Map(recorded.map((address, index) => [address, index + 1]));
  const now = new Set(published);
  const state = { isPublished: (address: string) => now.has(address), isMoved: (address: string) => moved.includes(address) };
  const findSuccessor = successorFinder(now, (address) => history.has(address));
  return checkVanishedUrls(history, "addresses.txt", state, findSuccessor).map(
    ({ line, message, fix }) => `${line} ${message} → ${fix.replace("restore it, or add to redirects.yaml: ", "")}`,
  );
}

describe("an address that would disappear", () => {
  it("is reported with its line and an entry for redirects.yaml", () => {
    const history = new Map([["/2026/01/07/talks/", 12]]);
    const state = { isPublished: () => false, isMoved: () => false };
    expect(checkVanishedUrls(history, "content/addresses.txt", state, () => "/politics/")).toEqual([
      {
        file: "content/addresses.txt",
        line: 12,
        field: "address",
        message: "/2026/01/07/talks/ would disappear",
        fix: "restore it, or add to redirects.yaml: - { from: /2026/01/07/talks/, to: /politics/ }",
      },
    ]);
  });

  it("is not reported if it is redirected or still published", () => {
    expect(vanished(["/a/", "/b/"], ["/a/"], ["/b/"])).toEqual([]);
  });

  it.each<[string, string, readonly string[], string]>([
    ["a story of the same name on another day", "/2026/01/07/talks/", ["/2026/01/08/talks/", "/2026/01/"], "/2026/01/08/talks/"],
    [
      "the only new story of its day",
      "/2026/01/07/talks/",
      ["/2026/01/07/channel-opens/", "/2026/01/"],
      "/2026/01/07/channel-opens/",
    ],
    [
      "the new story of its day with the nearest name",
      "/2026/01/07/paris-talks/",
      ["/2026/01/07/rates-rise/", "/2026/01/07/paris-talk/"],
      "/2026/01/07/paris-talk/",
    ],
    ["the month of its day", "/2026/01/07/talks/", ["/2026/01/", "/2026/"], "/2026/01/"],
    ["the home page, as a last resort", "/2026/01/07/talks/", ["/", "/politics/"], "/"],
    ["the listing of its month", "/topics/oil/2026/01/", ["/topics/oil/", "/topics/gold/2026/01/"], "/topics/oil/"],
    ["a page with a similar name", "/accesibility/", ["/accessibility/", "/privacy/", "/"], "/accessibility/"],
    ["the page above a data file", "/data/brent.csv", ["/data/", "/data/new/"], "/data/"],
  ])("is redirected to %s", (_, address, published, successor) => {
    expect(vanished([address], published)).toEqual([`1 ${address} would disappear → - { from: ${address}, to: ${successor} }`]);
  });

  it("is not redirected to a neighbour that was published before", () => {
    expect(vanished(["/2026/01/07/a-story/", "/2026/01/07/b-story/"], ["/2026/01/07/b-story/", "/2026/01/"])).toEqual([
      "1 /2026/01/07/a-story/ would disappear → - { from: /2026/01/07/a-story/, to: /2026/01/ }",
    ]);
  });
});

describe("a listing that would disappear", () => {
  const topic = (id: string) => [`/topics/${id}/`, `/topics/${id}/2026/01/`, `/topics/${id}/feed.xml`];

  it("is reported once with everything below it, and redirected to its successor", () => {
    expect(vanished(["/", ...topic("oil")], ["/", "/topics/", ...topic("crude-oil")])).toEqual([
      "2 /topics/oil/ would disappear, and 2 addresses below it → - { from: /topics/oil/*, to: /topics/crude-oil/* }",
    ]);
  });

  it("is redirected to the folder above, without the paths below it, if it has no successor", () => {
    expect(
      vanished(
        topic("oil"),
        ["/", "/topics/", ...topic("gold")].filter((each) => !each.includes("gold")),
      ),
    ).toEqual(["1 /topics/oil/ would disappear, and 2 addresses below it → - { from: /topics/oil/*, to: /topics/ }"]);
  });

  it("is reported address by address if something below it is left", () => {
    expect(vanished(topic("oil"), ["/topics/", "/topics/oil/feed.xml"])).toEqual([
      "1 /topics/oil/ would disappear → - { from: /topics/oil/, to: /topics/ }",
      "2 /topics/oil/2026/01/ would disappear → - { from: /topics/oil/2026/01/, to: /topics/ }",
    ]);
  });

  it("is not a month of the whole publication, whose stories are reported one by one", () => {
    expect(vanished(["/2026/01/", "/2026/01/07/talks/"], ["/", "/2026/02/03/talks/"])).toEqual([
      "1 /2026/01/ would disappear → - { from: /2026/01/, to: / }",
      "2 /2026/01/07/talks/ would disappear → - { from: /2026/01/07/talks/, to: /2026/02/03/talks/ }",
    ]);
  });
});
