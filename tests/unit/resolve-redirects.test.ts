import { join } from "node:path";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { type Redirect, redirectsSchema } from "../../src/model/redirects.ts";
import { readRedirects } from "../../src/node/ingest/url-history/read-url-history.ts";
import { resolveRedirects } from "../../src/node/ingest/url-history/resolve-redirects.ts";
import { nameEdition } from "../../src/node/pipeline/name-edition.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

interface Scenario {
  /** Published in this edition. */
  readonly now?: readonly string[];
  /** Published in later editions only. */
  readonly later?: readonly string[];
  /** The URL history. */
  readonly recorded?: readonly string[];
  readonly isPartial?: boolean;
}

const NOW = ["/", "/politics/", "/topics/", "/topics/crude-oil/", "/topics/crude-oil/2026/01/", "/topics/crude-oil/feed.xml"];

/** Reads and resolves redirects: `from → to` of each, and `line field message → fix` of each diagnostic. */
async function resolve(yaml: string, { now = NOW, later = [], recorded, isPartial = false }: Scenario = {}) {
  const folder = temporaryFolder();
  writeTree(folder, [["redirects.yaml", yaml]]);
  const diagnostics: Diagnostic[] = [];
  const entries = await readRedirects(join(folder, "redirects.yaml"), diagnostics);
  const history = recorded && new Map(recorded.map((address, index) => [address, index + 1]));
  const resolved = resolveRedirects(entries ?? [], {
    now: new Set(now),
    eventually: new Set([...now, ...later]),
    isPartial,
    history,
  });
  const printed = [...diagnostics, ...resolved.diagnostics].map(
    ({ line, field, message, fix }) => `${line} ${field} ${message} → ${fix}`,
  );
  return { redirects: resolved.redirects.map(({ from, to }) => `${from} → ${to}`), diagnostics: printed };
}

const entry = (from: string, to: string) => `- from: ${from}\n  to: ${to}\n`;

describe("a list of redirects", () => {
  it("leads from former addresses to published pages and to other sites, sorted by address", async () => {
    const yaml =
      entry("/old.html", "/politics/") + entry("/2019/x/", "https://archive.example.org/2019/x?a=1&b=2") + entry("/a/", "/");
    expect(await resolve(yaml)).toEqual({
      redirects: ["/2019/x/ → https://archive.example.org/2019/x?a=1&b=2", "/a/ → /", "/old.html → /politics/"],
      diagnostics: [],
    });
  });

  it("may be missing, empty, or hold comments only", async () => {
    const missing: Diagnostic[] = [];
    expect(await readRedirects(join(temporaryFolder(), "redirects.yaml"), missing)).toEqual([]);
    for (const yaml of ["", "\n", "# Nothing has moved.\n\n  # Yet.\n", "[]"]) {
      expect(await resolve(yaml)).toEqual({ redirects: [], diagnostics: [] });
    }
  });

  it("normalises external addresses as the URL standard does, so that any host file can hold them", async () => {
    const { redirects } = await resolve(`- { from: /a/, to: "https://EXAMPLE.org/a b/\\"<i>/é" }`);
    expect(redirects).toEqual(["/a/ → https://example.org/a%20b/%22%3Ci%3E/%C3%A9"]);
  });
});

describe("the source of a redirect", () => {
  it.each([
    ["politics/", "no slash before it"],
    ["//example.org/", "another host"],
    ["/a//b/", "an empty segment"],
    ["/a/../b/", "a parent segment"],
    ["/a/./b/", "a dot segment"],
    ["/a b/", "a space"],
    [`/${"a".repeat(201)}/`, "a name that no file can have"],
    ["/a/?page=2", "a query"],
    ["/a/#part", "a fragment"],
    ["/:name/", "a placeholder of hosts"],
    ["/a*", "a star behind other characters"],
    ["/*/b/", "a star in the middle"],
    ["/a\\b/", "a backslash"],
    ['/a"b/', "a quotation mark"],
    ["/a$b/", "a variable of hosts"],
    ["/a;b/", "an end of a directive"],
    ["/{a}/", "a block of a configuration"],
    ["/a\nb/", "a line end"],
    ["/caf\u00e9/", "a letter that hosts escape differently"],
    ["/*", "the whole site"],
    ["/politics/index.html", "the file of a page"],
    ["/robots.txt", "a file of the site"],
    ["/404.html", "the page for what is not found"],
    ["/offline/parts.json", "a file that the site itself reads"],
    ["/assets/site.css", "an asset"],
    ["/.well-known/security.txt", "a well-known file"],
  ])("cannot be %j: %s", (from) => {
    const { error } = redirectsSchema.safeParse([{ from, to: "/" }]);
    expect([...new Set(error?.issues.map(({ path }) => path.join(".")))]).toEqual(["0.from"]);
  });

  it("cannot be published, now or later, with or without its slash, in whatever case", async () => {
    const yaml = ["/politics/", "/politics", "/Politics/", "/soon/"].map((from) => entry(from, "/topics/")).join("");
    const { diagnostics } = await resolve(yaml, { later: ["/soon/"] });
    const taken = (line: number, index: number, at: string) =>
      `${line} ${index}.from is the address of the page published at ${at} → remove the entry, or that page`;
    expect(diagnostics.filter((each) => !each.includes("twice"))).toEqual([
      taken(1, 0, "/politics/"),
      taken(3, 1, "/politics/"),
      taken(5, 2, "/politics/"),
      taken(7, 3, "/soon/"),
    ]);
  });

  it("cannot be redirected twice, in whatever case", async () => {
    const { diagnostics } = await resolve(entry("/a/", "/") + entry("/b/", "/") + entry("/A/", "/politics/"));
    expect(diagnostics).toEqual(["5 2.from is redirected twice → remove one entry"]);
  });
});

describe("the target of a redirect", () => {
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

  it("must be published, and the diagnostic suggests the nearest address", async () => {
    const { diagnostics } = await resolve(entry("/a/", "/polotics/") + entry("/b/", "/nowhere-near-anything/"));
    expect(diagnostics).toEqual([
      "2 0.to leads to /polotics/, which does not exist → write /politics/",
      "4 1.to leads to /nowhere-near-anything/, which does not exist → write the address of a published page",
    ]);
  });

  it("must be published by now, but a partial edition omits it silently", async () => {
    const yaml = entry("/a/", "/soon/") + entry("/b/", "/");
    expect((await resolve(yaml, { later: ["/soon/"] })).diagnostics).toEqual([
      "2 0.to leads to /soon/, which is not published yet → write the address of a published page",
    ]);
    expect(await resolve(yaml, { later: ["/soon/"], isPartial: true })).toEqual({ redirects: ["/b/ → /"], diagnostics: [] });
  });

  it("must not be redirected itself: the diagnostic names the end of the chain", async () => {
    const { diagnostics } = await resolve(entry("/a/", "/b/") + entry("/b/", "/c/") + entry("/c/", "/politics/"));
    expect(diagnostics).toEqual([
      "2 0.to leads to /b/, which is redirected itself → write /politics/",
      "4 1.to leads to /c/, which is redirected itself → write /politics/",
    ]);
  });

  it.each([
    ["itself", entry("/a/", "/a/"), ["/a/ → /a/"]],
    ["back", entry("/a/", "/b/") + entry("/b/", "/a/"), ["/a/ → /b/ → /a/", "/b/ → /a/ → /b/"]],
    [
      "into a loop of others",
      entry("/x/", "/a/") + entry("/a/", "/b/") + entry("/b/", "/a/"),
      ["/x/ → /a/ → /b/ → /a/", "/a/ → /b/ → /a/", "/b/ → /a/ → /b/"],
    ],
  ])("cannot lead %s", async (_, yaml, loops) => {
    const { diagnostics } = await resolve(yaml);
    expect(diagnostics).toEqual(
      loops.map(
        (loop, index) => `${index * 2 + 2} ${index}.to is a redirect loop: ${loop} → write the address of a published page`,
      ),
    );
  });
});

it("an edition's name depends on its redirects", () => {
  const catalog = buildCatalog([], DateTime.fromISO("2026-01-07T12:00:00Z"), { name: "", description: "", sections: [] });
  const named = (redirects: readonly Redirect[]) =>
    nameEdition({ catalog, pages: [], markets: buildMarkets([], 0), redirects }, DateTime.fromMillis(0)).name;
  expect(named([{ from: "/a/", to: "/" }])).not.toBe(named([]));
});

describe("a wildcard redirect", () => {
  const recorded = [
    "/topics/oil/",
    "/topics/oil/2025/12/",
    "/topics/oil/2026/01/",
    "/topics/oil/feed.xml",
    "/topics/oilseed/",
    "/",
  ];

  it("moves the folder and each address once published below it to the same path in the new folder, or to the folder itself", async () => {
    expect(await resolve(entry("/topics/oil/*", "/topics/crude-oil/*"), { recorded })).toEqual({
      redirects: [
        "/topics/oil/ → /topics/crude-oil/",
        "/topics/oil/2025/12/ → /topics/crude-oil/",
        "/topics/oil/2026/01/ → /topics/crude-oil/2026/01/",
        "/topics/oil/feed.xml → /topics/crude-oil/feed.xml",
      ],
      diagnostics: [],
    });
  });

  it("moves all of them to one page if `to` has no wildcard", async () => {
    const { redirects } = await resolve(entry("/topics/oil/*", "/topics/"), { recorded });
    expect(redirects.map((each) => each.split(" → ")[1])).toEqual(["/topics/", "/topics/", "/topics/", "/topics/"]);
  });

  it("may lead to another site, with the paths below it or without", async () => {
    const { redirects } = await resolve(entry("/topics/oil/*", "https://example.org/oil/*"), { recorded });
    expect(redirects).toContain("/topics/oil/2025/12/ → https://example.org/oil/2025/12/");
    const without = await resolve(entry("/topics/oil/*", "https://example.org/oil"), { recorded });
    expect(without.redirects).toContain("/topics/oil/2025/12/ → https://example.org/oil");
  });

  it("does not move what is still published", async () => {
    const now = [...NOW, "/topics/oil/"];
    const { redirects } = await resolve(entry("/topics/oil/*", "/topics/"), { recorded, now });
    expect(redirects.map((each) => each.split(" → ")[0])).not.toContain("/topics/oil/");
  });

  it("yields to entries for a single address or an inner folder, in whatever order", async () => {
    const yaml =
      entry("/topics/*", "/") +
      entry("/topics/oil/feed.xml", "/topics/crude-oil/feed.xml") +
      entry("/topics/oil/*", "/topics/crude-oil/");
    const { redirects, diagnostics } = await resolve(yaml, { recorded });
    expect(diagnostics).toEqual([]);
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
    ["nothing was ever published below it", ["/topics/gold/"]],
    ["everything below it is still published", ["/topics/crude-oil/"]],
  ])("is an error if %s", async (_, recorded) => {
    const { diagnostics } = await resolve(
      entry(recorded?.[0] === "/topics/crude-oil/" ? "/topics/crude-oil/*" : "/topics/oil/*", "/"),
      {
        ...(recorded && { recorded }),
      },
    );
    expect(diagnostics).toEqual([
      "1 0.from matches no address that was once published and no longer is → remove the entry, or write the prefix of addresses in addresses.txt",
    ]);
  });

  it("needs a wildcard in `from` as well", async () => {
    const { diagnostics } = await resolve(entry("/a/", "/topics/*"));
    expect(diagnostics).toEqual(["2 0.to ends in `*`, but `from` does not → remove the `*`, or put one at the end of `from`"]);
  });

  it("must lead to a published page, like any other", async () => {
    const { diagnostics } = await resolve(entry("/topics/oil/*", "/topics/crude-iol/*"), { recorded });
    expect(diagnostics).toEqual(["2 0.to leads to /topics/crude-iol/, which does not exist → write /topics/crude-oil/"]);
  });
});
