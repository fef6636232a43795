import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { type Redirect, redirectsSchema } from "../../src/model/redirects.ts";
import { readRedirects } from "../../src/node/ingest/url-history/redirects-file.ts";
import { settleRedirects } from "../../src/node/ingest/url-history/resolve-redirects.ts";
import { nameEdition } from "../../src/node/pipeline/name-edition.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

interface Circumstances {
  /** What this edition publishes. */
  readonly now?: readonly string[];
  /** What later editions publish besides. */
  readonly later?: readonly string[];
  /** What was ever published. */
  readonly recorded?: readonly string[];
  readonly isPartial?: boolean;
}

const NOW = ["/", "/politics/", "/topics/", "/topics/crude-oil/", "/topics/crude-oil/2026/01/", "/topics/crude-oil/feed.xml"];

/** Reads and settles a list of redirects: `from → to` of each, and `line field problem → remedy` of each fault. */
async function settle(yaml: string, { now = NOW, later = [], recorded, isPartial = false }: Circumstances = {}) {
  const folder = temporaryFolder();
  writeTree(folder, [["redirects.yaml", yaml]]);
  const faults: Diagnostic[] = [];
  const written = await readRedirects(join(folder, "redirects.yaml"), faults);
  const ledger = recorded && new Map(recorded.map((address, index) => [address, index + 1]));
  const settled = settleRedirects(written ?? [], {
    now: new Set(now),
    eventually: new Set([...now, ...later]),
    isPartial,
    ledger,
  });
  const told = [...faults, ...settled.faults].map(
    ({ line, field, problem, remedy }) => `${line} ${field} ${problem} → ${remedy}`,
  );
  return { redirects: settled.redirects.map(({ from, to }) => `${from} → ${to}`), faults: told };
}

const entry = (from: string, to: string) => `- from: ${from}\n  to: ${to}\n`;

describe("a list of redirects", () => {
  it("leads from former addresses to pages that are published, and elsewhere, in order of address", async () => {
    const yaml =
      entry("/old.html", "/politics/") + entry("/2019/x/", "https://archive.example.org/2019/x?a=1&b=2") + entry("/a/", "/");
    expect(await settle(yaml)).toEqual({
      redirects: ["/2019/x/ → https://archive.example.org/2019/x?a=1&b=2", "/a/ → /", "/old.html → /politics/"],
      faults: [],
    });
  });

  it("may be missing, empty, or hold comments only", async () => {
    const missing: Diagnostic[] = [];
    expect(await readRedirects(join(temporaryFolder(), "redirects.yaml"), missing)).toEqual([]);
    for (const yaml of ["", "\n", "# Nothing has moved.\n\n  # Yet.\n", "[]"]) {
      expect(await settle(yaml)).toEqual({ redirects: [], faults: [] });
    }
  });

  it("writes addresses elsewhere as the URL standard does, so that they can stand in any file", async () => {
    const { redirects } = await settle(`- { from: /a/, to: "https://EXAMPLE.org/a b/\\"<i>/é" }`);
    expect(redirects).toEqual(["/a/ → https://example.org/a%20b/%22%3Ci%3E/%C3%A9"]);
  });
});

describe("an address that redirects leave", () => {
  it.each([
    ["politics/", "no slash before it"],
    ["//example.org/", "another host"],
    ["/a//b/", "an empty name"],
    ["/a/../b/", "a step up"],
    ["/a/./b/", "a step on the spot"],
    ["/a b/", "a space"],
    ["/a/?page=2", "a query"],
    ["/a/#part", "a fragment"],
    ["/:name/", "a placeholder of hosts"],
    ["/a*", "a star that is not alone"],
    ["/*/b/", "a star in the middle"],
    ["/a\\b/", "a backslash"],
    ['/a"b/', "a quotation mark"],
    ["/a$b/", "a variable of hosts"],
    ["/a;b/", "an end of a directive"],
    ["/{a}/", "a block of a configuration"],
    ["/a\nb/", "a line end"],
    ["/caf\u00e9/", "a letter that hosts write each in their own way"],
    ["/*", "the whole site"],
    ["/politics/index.html", "the file of a page"],
    ["/robots.txt", "a file of the site"],
    ["/404.html", "the page for what is not found"],
    ["/offline/parts.json", "a list that the site itself reads"],
    ["/assets/site.css", "what pages load"],
    ["/.well-known/security.txt", "a notice at a fixed place"],
  ])("cannot be %j: %s", (from) => {
    const { error } = redirectsSchema.safeParse([{ from, to: "/" }]);
    expect([...new Set(error?.issues.map(({ path }) => path.join(".")))]).toEqual(["0.from"]);
  });

  it("cannot be one that is published, now or later, nor its twin without a slash or in capital letters", async () => {
    const yaml = ["/politics/", "/politics", "/Politics/", "/soon/"].map((from) => entry(from, "/topics/")).join("");
    const { faults } = await settle(yaml, { later: ["/soon/"] });
    const told = (line: number, index: number, at: string) =>
      `${line} ${index}.from is the address of what is published at ${at} → remove the entry, or what is published there`;
    expect(faults.filter((fault) => !fault.includes("twice"))).toEqual([
      told(1, 0, "/politics/"),
      told(3, 1, "/politics/"),
      told(5, 2, "/politics/"),
      told(7, 3, "/soon/"),
    ]);
  });

  it("cannot be left twice, in whatever letters", async () => {
    const { faults } = await settle(entry("/a/", "/") + entry("/b/", "/") + entry("/A/", "/politics/"));
    expect(faults).toEqual(["5 2.from is moved twice → remove one of the two"]);
  });
});

describe("an address that redirects lead to", () => {
  it.each([
    "politics/",
    "//example.org/",
    "http://example.org/",
    "https://",
    "https://user:password@example.org/",
    "javascript:alert(1)",
    "/politics/#part",
  ])("cannot be %s", (to) => {
    const { error } = redirectsSchema.safeParse([{ from: "/a/", to }]);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["0.to"]);
  });

  it("must be published, and the nearest one is named", async () => {
    const { faults } = await settle(entry("/a/", "/polotics/") + entry("/b/", "/nowhere-near-anything/"));
    expect(faults).toEqual([
      "2 0.to leads to /polotics/, which does not exist → write /politics/",
      "4 1.to leads to /nowhere-near-anything/, which does not exist → write the address of a page that is published",
    ]);
  });

  it("must be published by now, but an edition that lags behind leaves it out in silence", async () => {
    const yaml = entry("/a/", "/soon/") + entry("/b/", "/");
    expect((await settle(yaml, { later: ["/soon/"] })).faults).toEqual([
      "2 0.to leads to /soon/, which is not published yet → write the address of a page that is published",
    ]);
    expect(await settle(yaml, { later: ["/soon/"], isPartial: true })).toEqual({ redirects: ["/b/ → /"], faults: [] });
  });

  it("must be the last one: a chain is told with its end", async () => {
    const { faults } = await settle(entry("/a/", "/b/") + entry("/b/", "/c/") + entry("/c/", "/politics/"));
    expect(faults).toEqual([
      "2 0.to leads to /b/, which has moved itself → write /politics/",
      "4 1.to leads to /c/, which has moved itself → write /politics/",
    ]);
  });

  it.each([
    ["itself", entry("/a/", "/a/"), ["/a/ → /a/"]],
    ["back", entry("/a/", "/b/") + entry("/b/", "/a/"), ["/a/ → /b/ → /a/", "/b/ → /a/ → /b/"]],
    [
      "into a circle of others",
      entry("/x/", "/a/") + entry("/a/", "/b/") + entry("/b/", "/a/"),
      ["/x/ → /a/ → /b/ → /a/", "/a/ → /b/ → /a/", "/b/ → /a/ → /b/"],
    ],
  ])("cannot lead %s", async (_, yaml, circles) => {
    const { faults } = await settle(yaml);
    expect(faults).toEqual(
      circles.map(
        (circle, index) =>
          `${index * 2 + 2} ${index}.to leads in a circle: ${circle} → write the address of a page that is published`,
      ),
    );
  });
});

it("a redirect is part of what an edition is named after", () => {
  const catalog = buildCatalog([], DateTime.fromISO("2026-01-07T12:00:00Z"), { name: "", description: "", sections: [] });
  const named = (redirects: readonly Redirect[]) =>
    nameEdition({ catalog, pages: [], markets: buildMarkets([], 0), redirects }, DateTime.fromMillis(0)).name;
  expect(named([{ from: "/a/", to: "/" }])).not.toBe(named([]));
});

describe("a redirect of a whole folder", () => {
  const recorded = [
    "/topics/oil/",
    "/topics/oil/2025/12/",
    "/topics/oil/2026/01/",
    "/topics/oil/feed.xml",
    "/topics/oilseed/",
    "/",
  ];

  it("moves each address that was published below it, and itself, to its like, or to the other folder where that has none", async () => {
    expect(await settle(entry("/topics/oil/*", "/topics/crude-oil/*"), { recorded })).toEqual({
      redirects: [
        "/topics/oil/ → /topics/crude-oil/",
        "/topics/oil/2025/12/ → /topics/crude-oil/",
        "/topics/oil/2026/01/ → /topics/crude-oil/2026/01/",
        "/topics/oil/feed.xml → /topics/crude-oil/feed.xml",
      ],
      faults: [],
    });
  });

  it("moves all of them to one page where that is what it says", async () => {
    const { redirects } = await settle(entry("/topics/oil/*", "/topics/"), { recorded });
    expect(redirects.map((each) => each.split(" → ")[1])).toEqual(["/topics/", "/topics/", "/topics/", "/topics/"]);
  });

  it("may lead elsewhere, with what lay below it or without", async () => {
    const { redirects } = await settle(entry("/topics/oil/*", "https://example.org/oil/*"), { recorded });
    expect(redirects).toContain("/topics/oil/2025/12/ → https://example.org/oil/2025/12/");
    const without = await settle(entry("/topics/oil/*", "https://example.org/oil"), { recorded });
    expect(without.redirects).toContain("/topics/oil/2025/12/ → https://example.org/oil");
  });

  it("leaves what is published where it is", async () => {
    const now = [...NOW, "/topics/oil/"];
    const { redirects } = await settle(entry("/topics/oil/*", "/topics/"), { recorded, now });
    expect(redirects.map((each) => each.split(" → ")[0])).not.toContain("/topics/oil/");
  });

  it("gives way to what is said of a single address, and of a folder in it, wherever that stands", async () => {
    const yaml =
      entry("/topics/*", "/") +
      entry("/topics/oil/feed.xml", "/topics/crude-oil/feed.xml") +
      entry("/topics/oil/*", "/topics/crude-oil/");
    const { redirects, faults } = await settle(yaml, { recorded });
    expect(faults).toEqual([]);
    expect(redirects).toEqual([
      "/topics/oil/ → /topics/crude-oil/",
      "/topics/oil/2025/12/ → /topics/crude-oil/",
      "/topics/oil/2026/01/ → /topics/crude-oil/",
      "/topics/oil/feed.xml → /topics/crude-oil/feed.xml",
      "/topics/oilseed/ → /",
    ]);
  });

  it.each([
    ["nothing was ever recorded", undefined],
    ["nothing was published below it", ["/topics/gold/"]],
    ["all below it is published still", ["/topics/crude-oil/"]],
  ])("is refused where %s", async (_, recorded) => {
    const { faults } = await settle(
      entry(recorded?.[0] === "/topics/crude-oil/" ? "/topics/crude-oil/*" : "/topics/oil/*", "/"),
      {
        ...(recorded && { recorded }),
      },
    );
    expect(faults).toEqual([
      "1 0.from stands for no address that was published and is not any more → remove the entry, or write the beginning of addresses in addresses.txt",
    ]);
  });

  it("cannot be the end of a redirect that begins at a single page", async () => {
    const { faults } = await settle(entry("/a/", "/topics/*"));
    expect(faults).toEqual(["2 0.to ends in `*`, which `from` does not → remove the `*`, or put one at the end of `from`"]);
  });

  it("must end at what is published, like any other", async () => {
    const { faults } = await settle(entry("/topics/oil/*", "/topics/crude-iol/*"), { recorded });
    expect(faults).toEqual(["2 0.to leads to /topics/crude-iol/, which does not exist → write /topics/crude-oil/"]);
  });
});
