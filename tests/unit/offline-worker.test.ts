import { describe, expect, it } from "vitest";
import { pageKey, routeOf } from "../../src/browser/offline/worker/routes.ts";
import { cacheNames, isOwnCache } from "../../src/formats/offline/storage-names.ts";
import { storedAtMs, storedCopy } from "../../src/formats/offline/stored-copy.ts";

const SCOPE = "https://paper.example/news/";

interface RequestOptions {
  readonly method?: string;
  readonly mode?: RequestMode;
  readonly cache?: RequestCache;
  readonly range?: string;
}

const route = (address: string, { method = "GET", mode = "cors", cache = "default", range }: RequestOptions = {}) =>
  routeOf({ url: new URL(address, SCOPE).href, method, mode, cache, headers: new Headers(range ? { Range: range } : {}) }, SCOPE);

describe("the offline worker", () => {
  it.each([
    ["", "pages"],
    ["2026/01/07/paris-talks/", "pages"],
    ["search/?q=brent", "pages"],
    ["politics", "pages"],
    ["404.html", "pages"],
    ["licences.txt", "pages"],
    ["robots.txt", undefined],
    ["topics/licences.txt", undefined],
    ["feed.xml", undefined],
    ["politics/rss.xml", undefined],
    ["feed.json", undefined],
    ["data/brent.csv", undefined],
    ["sitemap.xml", undefined],
    ["app.webmanifest", undefined],
    ["../", undefined],
    ["../newsletter/", undefined],
    ["https://other.example/news/", undefined],
  ])("routes a navigation to %j as %s", (address, expected) => {
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
  ])("routes a request of a page for %j as %s", (address, expected) => {
    expect(route(address)).toBe(expected);
  });

  it("leaves byte ranges and other methods to the network", () => {
    expect(route("pictures/port-1.avif", { range: "bytes=0-" })).toBeUndefined();
    expect(route("", { method: "POST", mode: "navigate" })).toBeUndefined();
    expect(route("pictures/port-1.avif", { method: "HEAD" })).toBeUndefined();
  });

  it("leaves requests with no-store to the network, except navigations", () => {
    expect(route("pictures/port-1.avif", { cache: "no-store" })).toBeUndefined();
    expect(route("pagefind/manifest.json", { cache: "no-store" })).toBeUndefined();
    expect(route("pictures/port-1.avif", { cache: "reload" })).toBe("pictures");
    expect(route("politics/", { mode: "navigate", cache: "no-store" })).toBe("pages");
  });

  it("caches a page under one key, however it is requested", () => {
    const addresses = ["politics/", "politics", "politics/index.html", "politics/?page=2", "politics/#main"];
    expect(new Set(addresses.map((address) => pageKey(new URL(address, SCOPE).href)))).toEqual(new Set([`${SCOPE}politics/`]));
    expect(pageKey(SCOPE)).toBe(SCOPE);
    expect(pageKey(`${SCOPE}404.html`)).toBe(`${SCOPE}404.html`);
  });
});

it("caches belong to one site only, even if others lie below or beside it", () => {
  for (const scope of [`${SCOPE}b/`, "https://paper.example/", "https://paper.example/news-2/"]) {
    for (const name of Object.values(cacheNames(scope))) {
      expect(isOwnCache(name, SCOPE)).toBe(false);
      expect(isOwnCache(name, scope)).toBe(true);
    }
  }
});

describe("a stored copy", () => {
  it("has its time, its length and the decoded content", async () => {
    const response = new Response("<p>Brent – €70</p>", {
      headers: { "Content-Type": "text/html", "Content-Encoding": "br", "Content-Length": "3" },
    });
    expect(storedAtMs(response)).toBeUndefined();
    const copy = await storedCopy(response, 1_790_000_000_000);
    expect(storedAtMs(copy)).toBe(1_790_000_000_000);
    expect(Object.fromEntries(copy.headers)).toMatchObject({ "content-type": "text/html", "content-length": "22" });
    expect(copy.headers.has("Content-Encoding")).toBe(false);
    expect(await copy.text()).toBe("<p>Brent – €70</p>");
  });
});
