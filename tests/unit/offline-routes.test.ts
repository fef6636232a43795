import { describe, expect, it } from "vitest";
import { pageKey } from "../../src/browser/offline/worker/one-key-per-page.ts";
import { routeOf } from "../../src/browser/offline/worker/routes.ts";
import { cacheNames, isOwnCache } from "../../src/formats/offline/storage-names.ts";
import { keptAtMs, keptCopy } from "../../src/formats/offline/stored-copy.ts";

const SCOPE = "https://paper.example/news/";

interface Asked {
  readonly method?: string;
  readonly mode?: RequestMode;
  readonly cache?: RequestCache;
  readonly range?: string;
}

const route = (address: string, { method = "GET", mode = "cors", cache = "default", range }: Asked = {}) =>
  routeOf({ url: new URL(address, SCOPE).href, method, mode, cache, headers: new Headers(range ? { Range: range } : {}) }, SCOPE);

describe("the offline worker", () => {
  it.each([
    ["", "pages"],
    ["2026/01/07/paris-talks/", "pages"],
    ["search/?q=brent", "pages"],
    ["politics", "pages"],
    ["404.html", "pages"],
    ["feed.xml", undefined],
    ["politics/rss.xml", undefined],
    ["feed.json", undefined],
    ["data/brent.csv", undefined],
    ["sitemap.xml", undefined],
    ["app.webmanifest", undefined],
    ["../", undefined],
    ["../newsletter/", undefined],
    ["https://other.example/news/", undefined],
  ])("answers a visit of %j as %s", (address, expected) => {
    expect(route(address, { mode: "navigate" })).toBe(expected);
  });

  it.each([
    ["assets/site-1.js", "files"],
    ["pictures/port-1.avif", "pictures"],
    ["pagefind/2026/fragment/en_1.pf_fragment", "hashedSearch"],
    ["pagefind/2026/pagefind.en_1.pf_meta", "hashedSearch"],
    ["pagefind/manifest.json", "search"],
    ["pagefind/2026/pagefind-entry.json?ts=1", "search"],
    ["pagefind/2026/vocabulary/all.txt", "search"],
    ["pagefind/wasm.en.pagefind", "search"],
    ["edition.json", undefined],
    ["offline-worker.js", undefined],
    ["2026/01/07/paris-talks/", undefined],
    ["../assets/site-1.js", undefined],
  ])("answers what a page asks for, %j, as %s", (address, expected) => {
    expect(route(address)).toBe(expected);
  });

  it("leaves parts of files and other methods to the network", () => {
    expect(route("pictures/port-1.avif", { range: "bytes=0-" })).toBeUndefined();
    expect(route("", { method: "POST", mode: "navigate" })).toBeUndefined();
    expect(route("pictures/port-1.avif", { method: "HEAD" })).toBeUndefined();
  });

  it("leaves what is asked for with no-store to the network, but not visits", () => {
    expect(route("pictures/port-1.avif", { cache: "no-store" })).toBeUndefined();
    expect(route("pagefind/manifest.json", { cache: "no-store" })).toBeUndefined();
    expect(route("pictures/port-1.avif", { cache: "reload" })).toBe("pictures");
    expect(route("politics/", { mode: "navigate", cache: "no-store" })).toBe("pages");
  });

  it("keeps one copy of a page, however it is asked for", () => {
    const asked = ["politics/", "politics", "politics/index.html", "politics/?page=2", "politics/#main"];
    expect(new Set(asked.map((address) => pageKey(new URL(address, SCOPE).href)))).toEqual(new Set([`${SCOPE}politics/`]));
    expect(pageKey(SCOPE)).toBe(SCOPE);
    expect(pageKey(`${SCOPE}404.html`)).toBe(`${SCOPE}404.html`);
  });
});

it("caches are the own of one site only, though others lie below or beside it", () => {
  for (const scope of [`${SCOPE}b/`, "https://paper.example/", "https://paper.example/news-2/"]) {
    for (const name of Object.values(cacheNames(scope))) {
      expect(isOwnCache(name, SCOPE)).toBe(false);
      expect(isOwnCache(name, scope)).toBe(true);
    }
  }
});

describe("a kept copy", () => {
  it("says when it was kept and how long it is, and holds what came", async () => {
    const response = new Response("<p>Brent – €70</p>", {
      headers: { "Content-Type": "text/html", "Content-Encoding": "br", "Content-Length": "3" },
    });
    expect(keptAtMs(response)).toBeUndefined();
    const copy = await keptCopy(response, 1_790_000_000_000);
    expect(keptAtMs(copy)).toBe(1_790_000_000_000);
    expect(Object.fromEntries(copy.headers)).toMatchObject({ "content-type": "text/html", "content-length": "22" });
    expect(copy.headers.has("Content-Encoding")).toBe(false);
    expect(await copy.text()).toBe("<p>Brent – €70</p>");
  });
});
