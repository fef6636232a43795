import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { buildMarkets } from "../../src/markets/markets.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { ledgerText, parseLedger } from "../../src/model/url-history.ts";
import { successorsAmong } from "../../src/node/ingest/url-history/successors.ts";
import { vanishedFaults } from "../../src/node/ingest/url-history/vanished-urls.ts";
import { recordUrls, writtenAddresses } from "../../src/node/publish/record-urls.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const parsed = (text: string) => parseLedger({ file: "addresses.txt", text });

describe("the ledger of addresses", () => {
  it("is read as it is written", () => {
    const text = ledgerText(["/politics/", "/", "/data/brent.csv"], undefined);
    const { ledger, faults } = parsed(text);
    expect([...ledger]).toEqual([
      ["/", 3],
      ["/data/brent.csv", 4],
      ["/politics/", 5],
    ]);
    expect(faults).toEqual([]);
  });

  it("begins with what it is, and says how an address is given up", () => {
    expect(ledgerText([], undefined)).toMatch(/^# Every address .*\n# .*redirects\.yaml.*removing its line\.\n$/);
  });

  it("is in order, an address a line, ends with a line end, and keeps the comments that editors wrote at its top", () => {
    expect(ledgerText(["/b/", "/a/", "/a-b/"], "# Ours.\n\n# Since 2020.\n/b/\n")).toBe(
      "# Ours.\n\n# Since 2020.\n/a-b/\n/a/\n/b/\n",
    );
  });

  it("may be out of order, hold an address twice, and lack its last line end", () => {
    const { ledger, faults } = parsed("/b/\n/a/\n\n/b/");
    expect([...ledger.keys()]).toEqual(["/b/", "/a/"]);
    expect(faults).toEqual([]);
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
  ])("refuses the line `%s`, with its number", (line) => {
    const { faults } = parsed(`# Comment.\n/a/\n${line}\n`);
    expect(faults.map(({ line, field, problem }) => [line, field, problem])).toEqual([
      [3, "address", `\`${line}\` is not an address`],
    ]);
  });
});

describe("the addresses that a site's folder holds", () => {
  it("are those of pages, feeds and files of data", () => {
    const files = [
      "index.html",
      "politics/index.html",
      "feed.xml",
      "politics/rss.xml",
      "a/feed.json",
      "data/brent.csv",
      "data/x.json",
    ];
    expect(writtenAddresses(files, [])).toEqual([
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
    expect(writtenAddresses([file], [])).toEqual([]);
  });

  it("are not those of pages that only forward", () => {
    expect(writtenAddresses(["old/index.html", "new/index.html"], [{ from: "/old/", to: "/new/" }])).toEqual(["/new/"]);
  });
});

describe("a ledger that is to take the place of another", () => {
  const catalog = buildCatalog([], DateTime.fromISO("2026-01-07T12:00:00Z"), { name: "", description: "", sections: [] });
  const site = { address: undefined, partnerFeeds: [] };
  const edition = { catalog, pages: [], markets: buildMarkets([], 0), redirects: [], site };

  /** A folder of content with a ledger, and the staged one of a site with `files`. */
  async function staged(files: readonly string[]) {
    const folder = temporaryFolder();
    const content = join(folder, "content");
    writeTree(content, [["addresses.txt", "# Ours.\n/gone/\n/search/\n"]]);
    writeTree(
      join(folder, "site"),
      files.map((file) => [file, ""] as const),
    );
    const ledger = await recordUrls(content, join(folder, "site"), edition);
    return { ledger, text: () => readFileSync(join(content, "addresses.txt"), "utf8"), names: () => readdirSync(content) };
  }

  it("holds what that held and what is new, once the site is published and not before", async () => {
    const { ledger, text, names } = await staged(["index.html", "search/index.html", "404.html"]);
    expect(ledger.added).toBe(1);
    expect(text()).toBe("# Ours.\n/gone/\n/search/\n");
    ledger.swapIn();
    expect(text()).toBe("# Ours.\n/\n/gone/\n/search/\n");
    expect(names()).toEqual(["addresses.txt"]);
  });

  it("leaves nothing behind where the site is not published", async () => {
    const { ledger, text, names } = await staged(["index.html"]);
    ledger.discard();
    expect(text()).toBe("# Ours.\n/gone/\n/search/\n");
    expect(names()).toEqual(["addresses.txt"]);
  });

  it("takes no address that the next build would miss, since no list of addresses has it", async () => {
    await expect(staged(["index.html", "new-kind-of-page/index.html"])).rejects.toThrow("/new-kind-of-page/");
  });
});

/** What is told of a ledger, where `published` is left of it: `line problem → remedy`. */
function vanished(recorded: readonly string[], published: readonly string[], moved: readonly string[] = []) {
  const ledger = new Map(recorded.map((address, index) => [address, index + 1]));
  const now = new Set(published);
  const remaining = { isKept: (address: string) => now.has(address), isMoved: (address: string) => moved.includes(address) };
  const successorOf = successorsAmong(now, (address) => ledger.has(address));
  return vanishedFaults(ledger, "addresses.txt", remaining, successorOf).map(
    ({ line, problem, remedy }) => `${line} ${problem} → ${remedy.replace("bring it back, or add to redirects.yaml: ", "")}`,
  );
}

describe("an address that would disappear", () => {
  it("is told with its line and an entry that can be pasted", () => {
    const ledger = new Map([["/2026/01/07/talks/", 12]]);
    const remaining = { isKept: () => false, isMoved: () => false };
    expect(vanishedFaults(ledger, "content/addresses.txt", remaining, () => "/politics/")).toEqual([
      {
        file: "content/addresses.txt",
        line: 12,
        field: "address",
        problem: "/2026/01/07/talks/ would disappear",
        remedy: "bring it back, or add to redirects.yaml: - { from: /2026/01/07/talks/, to: /politics/ }",
      },
    ]);
  });

  it("is no fault once it has moved, or while it is published", () => {
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
    ["the front page, at last", "/2026/01/07/talks/", ["/", "/politics/"], "/"],
    ["the listing of its month", "/topics/oil/2026/01/", ["/topics/oil/", "/topics/gold/2026/01/"], "/topics/oil/"],
    ["a page with a name like its own", "/accesibility/", ["/accessibility/", "/privacy/", "/"], "/accessibility/"],
    ["the page beside which a file of figures lay", "/data/brent.csv", ["/data/", "/data/new/"], "/data/"],
  ])("is led to %s", (_, address, published, successor) => {
    expect(vanished([address], published)).toEqual([`1 ${address} would disappear → - { from: ${address}, to: ${successor} }`]);
  });

  it("is not led to a neighbour that was there before", () => {
    expect(vanished(["/2026/01/07/a-story/", "/2026/01/07/b-story/"], ["/2026/01/07/b-story/", "/2026/01/"])).toEqual([
      "1 /2026/01/07/a-story/ would disappear → - { from: /2026/01/07/a-story/, to: /2026/01/ }",
    ]);
  });
});

describe("a listing that would disappear", () => {
  const topic = (id: string) => [`/topics/${id}/`, `/topics/${id}/2026/01/`, `/topics/${id}/feed.xml`];

  it("is told once, with all that lay below it, and led to the one that took its place", () => {
    expect(vanished(["/", ...topic("oil")], ["/", "/topics/", ...topic("crude-oil")])).toEqual([
      "2 /topics/oil/ would disappear, and 2 addresses below it → - { from: /topics/oil/*, to: /topics/crude-oil/* }",
    ]);
  });

  it("is led to what it lay in, without what lay below it, where nothing took its place", () => {
    expect(
      vanished(
        topic("oil"),
        ["/", "/topics/", ...topic("gold")].filter((each) => !each.includes("gold")),
      ),
    ).toEqual(["1 /topics/oil/ would disappear, and 2 addresses below it → - { from: /topics/oil/*, to: /topics/ }"]);
  });

  it("is not told of as a whole where something below it is left", () => {
    expect(vanished(topic("oil"), ["/topics/", "/topics/oil/feed.xml"])).toEqual([
      "1 /topics/oil/ would disappear → - { from: /topics/oil/, to: /topics/ }",
      "2 /topics/oil/2026/01/ would disappear → - { from: /topics/oil/2026/01/, to: /topics/ }",
    ]);
  });

  it("is not a month of the whole publication, whose stories are told one by one", () => {
    expect(vanished(["/2026/01/", "/2026/01/07/talks/"], ["/", "/2026/02/03/talks/"])).toEqual([
      "1 /2026/01/ would disappear → - { from: /2026/01/, to: / }",
      "2 /2026/01/07/talks/ would disappear → - { from: /2026/01/07/talks/, to: /2026/02/03/talks/ }",
    ]);
  });
});
