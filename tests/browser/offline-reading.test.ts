import { describe, expect, inject, it } from "vitest";
import { bundleWorker } from "../../src/node/publish/offline/write-offline-worker.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { brokenPictures, cachedPaths, type OfflineVisit, offlineVisits, originOfPage, waitForWorker } from "./offline-visit.ts";

const tree = readTree(inject("siteFolder"));
const files = [...tree.keys()];
const stories = files
  .filter((file) => /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/.test(file) && tree.get(file)?.includes("<picture"))
  .map((file) => `/${file.slice(0, -"index.html".length)}`);
const [first = "", second = "", never = ""] = stories.slice(-3);

const disconnect = ({ network }: OfflineVisit): void => network.simulate(() => ({ disconnect: true }));
const headline = ({ page }: OfflineVisit): Promise<string> => page.locator("h1").innerText();
const script = (status: number, body: string, type = "text/html") => ({
  answer: { status, headers: { "Content-Type": type }, body },
});

/** Reads two stories to the end, with the worker. */
async function readTwo(visit: OfflineVisit): Promise<readonly string[]> {
  await visit.goTo(first);
  await waitForWorker(visit);
  const headlines = [];
  for (const story of [first, second]) {
    await visit.goTo(story);
    headlines.push(await headline(visit));
    await brokenPictures(visit.page);
  }
  return headlines;
}

describe("a reader without a connection", () => {
  const open = offlineVisits();

  it("reads visited pages with their pictures, and is redirected to the offline page from others", async () => {
    const visit = await open();
    const headlines = await readTwo(visit);
    disconnect(visit);
    const failed: string[] = [];
    visit.page.on("requestfailed", (request) => failed.push(request.url()));
    for (const [index, story] of [first, second].entries()) {
      await visit.goTo(story);
      expect(await headline(visit)).toBe(headlines[index]);
      expect(await visit.page.locator("main img").count()).toBeGreaterThan(0);
      expect(await brokenPictures(visit.page)).toEqual([]);
    }
    expect(failed).toEqual([]);
    const origin = await originOfPage(visit.page);
    expect(origin).toEqual({ from: "kept", keptAtMs: expect.any(Number) });
    expect(Math.abs(Date.now() - (origin.from === "kept" ? origin.keptAtMs : 0))).toBeLessThan(180_000);
    await visit.goTo(`${never}?a=1`);
    const { pathname, searchParams } = new URL(visit.page.url());
    expect(pathname).toBe("/offline/");
    expect(searchParams.get("for")).toBe(`${never.slice(1)}?a=1`);
  });

  it("reads the page that was open when the worker started, with any query, with or without its slash, the home page and the search", async () => {
    const visit = await open();
    await visit.goTo(first);
    const read = await headline(visit);
    expect(await cachedPaths(visit.page, `${visit.network.origin}/ pages`)).toBeUndefined();
    await waitForWorker(visit);
    expect(await originOfPage(visit.page)).toEqual({ from: "network" });
    disconnect(visit);
    for (const address of [first, `${first}?from=letter`, first.slice(0, -1)]) {
      await visit.goTo(address);
      expect(await headline(visit)).toBe(read);
      // Its relative links work only at this address.
      expect(new URL(visit.page.url()).pathname).toBe(first);
    }
    for (const [path, within] of [
      ["/", "main a"],
      ["/search/?q=rates", "main input"],
    ] as const) {
      await visit.goTo(path);
      expect(new URL(visit.page.url()).pathname).toBe(new URL(path, visit.network.origin).pathname);
      expect(await visit.page.locator(within).count()).toBeGreaterThan(0);
    }
  });

  it("reads pages that the host had redirected", async () => {
    const visit = await open();
    // Replaces the host's policy, which makes Chromium follow redirects to https.
    const worker = script(200, tree.get("offline-worker.js")?.toString() ?? "", "text/javascript");
    const moved = { answer: { status: 302, headers: { Location: "/search/index.html" }, body: "" } };
    visit.network.simulate((path) => ({ "/offline-worker.js": worker, "/search/": moved })[path]);
    await visit.goTo(first);
    await waitForWorker(visit);
    disconnect(visit);
    await visit.goTo("/search/");
    expect(await visit.page.locator("main input").count()).toBeGreaterThan(0);
  });
});

describe("a reader on a slow network", () => {
  const open = offlineVisits();

  it("is shown a stored copy after three seconds, and waits for a page that is not stored", async () => {
    const visit = await open();
    await readTwo(visit);
    visit.network.simulate((path) => (path === second ? { delayMs: 10_000 } : undefined));
    const startedMs = Date.now();
    await visit.goTo(second);
    expect(Date.now() - startedMs).toBeGreaterThan(2500);
    expect(Date.now() - startedMs).toBeLessThan(9500);
    expect(await originOfPage(visit.page)).toMatchObject({ from: "kept" });
    visit.network.simulate((path) => (path === never ? { delayMs: 4000 } : undefined));
    await visit.goTo(never);
    expect(new URL(visit.page.url()).pathname).toBe(never);
    expect(await originOfPage(visit.page)).toEqual({ from: "network" });
  });
});

describe("the offline worker", () => {
  const open = offlineVisits();

  it("shows error pages of the host, and caches none", async () => {
    const visit = await open();
    await readTwo(visit);
    const { page, network } = visit;
    network.simulate((path) => (path === second ? script(500, "<h1>Out of order</h1>") : undefined));
    await visit.goTo(second);
    expect(await headline(visit)).toBe("Out of order");
    await visit.goTo("/no-such-page/");
    expect(await cachedPaths(page, `${network.origin}/ pages`)).not.toContain("/no-such-page/");
    disconnect(visit);
    await visit.goTo(second);
    expect(await headline(visit)).not.toBe("Out of order");
  });

  it("never answers a request for a script or picture with a page", async () => {
    const visit = await open();
    const { page, network } = visit;
    await visit.goTo(first);
    await waitForWorker(visit);
    network.simulate((path) =>
      path.endsWith("/gone.js") || path.endsWith("/gone.png") ? script(200, "<h1>Home</h1>") : undefined,
    );
    for (const path of ["/assets/gone.js", "/pictures/gone.png"]) {
      expect(await page.evaluate((address) => fetch(address).then(String, () => "failed"), path)).toBe("failed");
    }
    network.simulate(() => undefined);
    expect(await page.evaluate(() => fetch("/assets/gone.js").then(({ status }) => status))).toBe(404);
    const cached = [
      await cachedPaths(page, `${network.origin}/ files`),
      await cachedPaths(page, `${network.origin}/ pictures`),
    ].flat();
    expect(cached.filter((path) => path?.includes("gone"))).toEqual([]);
  });

  it("leaves feeds, sitemaps, byte ranges, other methods and the manifest to the network", async () => {
    const visit = await open();
    const { page, network } = visit;
    await visit.goTo(first);
    await waitForWorker(visit);
    const picture = `/${files.find((file) => /^pictures\/.*\.avif$/.test(file))}`;
    const requests: readonly (readonly [string, Pick<RequestInit, "method"> & { readonly headers?: Record<string, string> }])[] =
      [
        ["/feed.xml", {}],
        ["/feed.json", {}],
        ["/sitemap.xml", {}],
        ["/robots.txt", {}],
        ["/edition.json", {}],
        ["/offline-worker.js", {}],
        [picture, { headers: { Range: "bytes=0-9" } }],
        [picture, { method: "HEAD" }],
      ];
    for (const [path, init] of requests) {
      network.requested.length = 0;
      for (const _time of [1, 2]) {
        const storedAt = await page.evaluate(
          ([address, how]) => fetch(address, { cache: "reload", ...how }).then(({ headers }) => headers.get("Kept-At")),
          [path, init] as const,
        );
        expect(storedAt, path).toBeNull();
      }
      expect(network.requested, path).toEqual([path, path]);
    }
    await page.evaluate((address) => fetch(address), picture);
    network.requested.length = 0;
    await expect.poll(() => cachedPaths(page, `${network.origin}/ pictures`)).toContain(picture);
    await page.evaluate((address) => fetch(address, { cache: "reload" }), picture);
    expect(network.requested).toEqual([]);
  });

  it("caches at most 20 MiB of pictures, the newest", async () => {
    const [count, left] = [6, 4];
    const visit = await open();
    const { page, network } = visit;
    await visit.goTo("/privacy/");
    await waitForWorker(visit);
    const body = new Uint8Array(5 * 2 ** 20);
    body.set(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    network.simulate((path) =>
      path.startsWith("/pictures/made-")
        ? { answer: { status: 200, headers: { "Content-Type": "image/png" }, body } }
        : undefined,
    );
    await page.evaluate(async (number) => {
      for (let index = 0; index < number; index++) await (await fetch(`/pictures/made-${index}.png`)).blob();
    }, count);
    const expected = Array.from({ length: left }, (_, index) => `/pictures/made-${count - left + index}.png`);
    await expect.poll(() => cachedPaths(page, `${network.origin}/ pictures`)).toEqual(expected);
  });
});

describe("two sites on one host, one below the other", () => {
  const open = offlineVisits(["/a/", "/a/b/"]);

  it("never touch each other's copies, and the stored pages of both open", async () => {
    const visit = await open();
    const { page, network } = visit;
    const names = (): Promise<readonly string[]> => page.evaluate(() => caches.keys());
    for (const site of ["/a/", "/a/b/"]) {
      await visit.goTo(site.slice(0, -1) + first);
      await waitForWorker(visit);
      await expect.poll(() => cachedPaths(page, `${network.origin}${site} pages`)).toContain(site.slice(0, -1) + first);
    }
    const below = (await names()).filter((name) => name.startsWith(`${network.origin}/a/b/ `));
    await page.evaluate(
      (origin) => Promise.all([caches.open(`${origin}/a/ former`), caches.open(`${origin}/a/b/ former`)]),
      network.origin,
    );
    const retiring = Buffer.from((await bundleWorker(ROOT, undefined)).bytes).toString("utf8");
    network.simulate((path) => (path === "/a/offline-worker.js" ? script(200, retiring, "text/javascript") : undefined));
    await page.evaluate(() => navigator.serviceWorker.getRegistration("/a/").then((registration) => registration?.update()));
    await expect.poll(async () => (await names()).filter((name) => name.startsWith(`${network.origin}/a/ `))).toEqual([]);
    expect(await names()).toEqual(expect.arrayContaining([...below, `${network.origin}/a/b/ former`]));
    disconnect(visit);
    await visit.goTo(`/a/b${first}`);
    expect(await headline(visit)).not.toBe("");
    expect(await originOfPage(page)).toMatchObject({ from: "kept" });
  });
});

describe("a publication that disables reading offline", () => {
  const open = offlineVisits();

  it("leaves nothing behind after one visit, and works", async () => {
    const visit = await open();
    const { page, network } = visit;
    await visit.goTo(first);
    await waitForWorker(visit);
    const retiring = Buffer.from((await bundleWorker(ROOT, undefined)).bytes).toString("utf8");
    network.simulate((path) => (path === "/offline-worker.js" ? script(200, retiring, "text/javascript") : undefined));
    await visit.goTo(first);
    const left = () =>
      page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
    await expect.poll(left).toEqual([0, 0]);
    await visit.goTo(second);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await brokenPictures(visit.page)).toEqual([]);
  });
});
