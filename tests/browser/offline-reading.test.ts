import { describe, expect, inject, it } from "vitest";
import { bundleWorker } from "../../src/node/publish/offline/write-offline-worker.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { brokenPictures, keptPaths, keptReading, originOfPage, type Reading, stayUntilKept } from "./kept-reading.ts";

const tree = readTree(inject("siteFolder"));
const files = [...tree.keys()];
const stories = files
  .filter((file) => /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/.test(file) && tree.get(file)?.includes("<picture"))
  .map((file) => `/${file.slice(0, -"index.html".length)}`);
const [first = "", second = "", never = ""] = stories.slice(-3);

const cut = ({ line }: Reading): void => line.suffer(() => ({ cut: true }));
const headline = ({ page }: Reading): Promise<string> => page.locator("h1").innerText();
const script = (status: number, body: string, type = "text/html") => ({
  answer: { status, headers: { "Content-Type": type }, body },
});

/** Reads two stories at leisure, to the end. */
async function readTwo(reading: Reading): Promise<readonly string[]> {
  await reading.goTo(first);
  await stayUntilKept(reading);
  const headlines = [];
  for (const story of [first, second]) {
    await reading.goTo(story);
    headlines.push(await headline(reading));
    await brokenPictures(reading.page);
  }
  return headlines;
}

describe("a reader without a connection", () => {
  const open = keptReading();

  it("reads again what was read, with its pictures", async () => {
    const reading = await open();
    const headlines = await readTwo(reading);
    cut(reading);
    const failed: string[] = [];
    reading.page.on("requestfailed", (request) => failed.push(request.url()));
    for (const [index, story] of [first, second].entries()) {
      await reading.goTo(story);
      expect(await headline(reading)).toBe(headlines[index]);
      expect(await reading.page.locator("main img").count()).toBeGreaterThan(0);
      expect(await brokenPictures(reading.page)).toEqual([]);
    }
    expect(failed).toEqual([]);
    const origin = await originOfPage(reading.page);
    expect(origin).toEqual({ from: "kept", keptAtMs: expect.any(Number) });
    expect(Math.abs(Date.now() - (origin.from === "kept" ? origin.keptAtMs : 0))).toBeLessThan(180_000);
  });

  it("reads the page that was open when the worker came, whatever query its address has, with or without its slash", async () => {
    const reading = await open();
    await reading.goTo(first);
    const read = await headline(reading);
    expect(await keptPaths(reading.page, `${reading.line.origin}/ pages`)).toBeUndefined();
    await stayUntilKept(reading);
    expect(await originOfPage(reading.page)).toEqual({ from: "network" });
    cut(reading);
    for (const address of [first, `${first}?from=letter`, first.slice(0, -1)]) {
      await reading.goTo(address);
      expect(await headline(reading)).toBe(read);
      // From elsewhere its links would lead elsewhere.
      expect(new URL(reading.page.url()).pathname).toBe(first);
    }
  });

  it("is led to the offline page from a story never visited, and to the front page and the search, which open", async () => {
    const reading = await open();
    await reading.goTo(first);
    await stayUntilKept(reading);
    cut(reading);
    await reading.goTo(`${never}?a=1`);
    const { pathname, searchParams } = new URL(reading.page.url());
    expect(pathname).toBe("/offline/");
    expect(searchParams.get("for")).toBe(`${never.slice(1)}?a=1`);
    for (const [path, within] of [
      ["/", "main a"],
      ["/search/?q=rates", "main input"],
    ] as const) {
      await reading.goTo(path);
      expect(new URL(reading.page.url()).pathname).toBe(new URL(path, reading.line.origin).pathname);
      expect(await reading.page.locator(within).count()).toBeGreaterThan(0);
    }
  });

  it("is shown pages that the host answered for by a redirection", async () => {
    const reading = await open();
    // Under the policy, which has addresses upgraded, Chromium follows redirections of this host to https.
    const worker = script(200, tree.get("offline-worker.js")?.toString() ?? "", "text/javascript");
    const moved = { answer: { status: 302, headers: { Location: "/search/index.html" }, body: "" } };
    reading.line.suffer((path) => ({ "/offline-worker.js": worker, "/search/": moved })[path]);
    await reading.goTo(first);
    await stayUntilKept(reading);
    cut(reading);
    await reading.goTo("/search/");
    expect(await reading.page.locator("main input").count()).toBeGreaterThan(0);
  });
});

describe("a reader on a bad line", () => {
  const open = keptReading();

  it("is shown the kept copy after some three seconds", async () => {
    const reading = await open();
    await readTwo(reading);
    reading.line.suffer((path) => (path === second ? { delayMs: 10_000 } : undefined));
    const began = Date.now();
    await reading.goTo(second);
    expect(Date.now() - began).toBeGreaterThan(2500);
    expect(Date.now() - began).toBeLessThan(9500);
    expect(await originOfPage(reading.page)).toMatchObject({ from: "kept" });
  });

  it("is shown a page that was never kept once it comes", async () => {
    const reading = await open();
    await readTwo(reading);
    reading.line.suffer((path) => (path === never ? { delayMs: 4000 } : undefined));
    await reading.goTo(never);
    expect(new URL(reading.page.url()).pathname).toBe(never);
    expect(await originOfPage(reading.page)).toEqual({ from: "network" });
  });
});

describe("the offline worker", () => {
  const open = keptReading();

  it("shows what the host says of a fault, and keeps none of it", async () => {
    const reading = await open();
    await readTwo(reading);
    const { page, line } = reading;
    line.suffer((path) => (path === second ? script(500, "<h1>Out of order</h1>") : undefined));
    await reading.goTo(second);
    expect(await headline(reading)).toBe("Out of order");
    await reading.goTo("/no-such-page/");
    expect(await keptPaths(page, `${line.origin}/ pages`)).not.toContain("/no-such-page/");
    cut(reading);
    await reading.goTo(second);
    expect(await headline(reading)).not.toBe("Out of order");
  });

  it("never gives a page where a script or a picture was asked for, and keeps none", async () => {
    const reading = await open();
    const { page, line } = reading;
    await reading.goTo(first);
    await stayUntilKept(reading);
    line.suffer((path) => (path.endsWith("/gone.js") || path.endsWith("/gone.png") ? script(200, "<h1>Home</h1>") : undefined));
    for (const path of ["/assets/gone.js", "/pictures/gone.png"]) {
      expect(await page.evaluate((address) => fetch(address).then(String, () => "failed"), path)).toBe("failed");
    }
    line.suffer(() => undefined);
    expect(await page.evaluate(() => fetch("/assets/gone.js").then(({ status }) => status))).toBe(404);
    const kept = [await keptPaths(page, `${line.origin}/ files`), await keptPaths(page, `${line.origin}/ pictures`)].flat();
    expect(kept.filter((path) => path?.includes("gone"))).toEqual([]);
  });

  it("leaves feeds, sitemaps, parts of files, other methods and the manifest to the network", async () => {
    const reading = await open();
    const { page, line } = reading;
    await reading.goTo(first);
    await stayUntilKept(reading);
    const picture = `/${files.find((file) => /^pictures\/.*\.avif$/.test(file))}`;
    const asks: readonly (readonly [string, Pick<RequestInit, "method"> & { readonly headers?: Record<string, string> }])[] = [
      ["/feed.xml", {}],
      ["/feed.json", {}],
      ["/sitemap.xml", {}],
      ["/robots.txt", {}],
      ["/edition.json", {}],
      ["/offline-worker.js", {}],
      [picture, { headers: { Range: "bytes=0-9" } }],
      [picture, { method: "HEAD" }],
    ];
    for (const [path, init] of asks) {
      line.asked.length = 0;
      for (const _time of [1, 2]) {
        const keptAt = await page.evaluate(
          ([address, how]) => fetch(address, { cache: "reload", ...how }).then(({ headers }) => headers.get("Kept-At")),
          [path, init] as const,
        );
        expect(keptAt, path).toBeNull();
      }
      expect(line.asked, path).toEqual([path, path]);
    }
    await page.evaluate((address) => fetch(address), picture);
    line.asked.length = 0;
    await expect.poll(() => keptPaths(page, `${line.origin}/ pictures`)).toContain(picture);
    await page.evaluate((address) => fetch(address, { cache: "reload" }), picture);
    expect(line.asked).toEqual([]);
  });

  it.each([
    ["120 pictures", 130, 10, 120],
    ["20 MiB of them", 6, 5 * 2 ** 20, 4],
  ])("keeps at most %s, and the newest", async (_, count, bytes, left) => {
    const reading = await open();
    const { page, line } = reading;
    await reading.goTo("/privacy/");
    await stayUntilKept(reading);
    const body = new Uint8Array(bytes);
    line.suffer((path) =>
      path.startsWith("/pictures/made-")
        ? { answer: { status: 200, headers: { "Content-Type": "image/png" }, body } }
        : undefined,
    );
    await page.evaluate(async (number) => {
      for (let index = 0; index < number; index++) await (await fetch(`/pictures/made-${index}.png`)).blob();
    }, count);
    const expected = Array.from({ length: left }, (_, index) => `/pictures/made-${count - left + index}.png`);
    await expect.poll(() => keptPaths(page, `${line.origin}/ pictures`)).toEqual(expected);
  });
});

describe("two sites on one host, one below the other", () => {
  const open = keptReading(["/a/", "/a/b/"]);

  it("never touch each other's copies, and the kept pages of both open", async () => {
    const reading = await open();
    const { page, line } = reading;
    const names = (): Promise<readonly string[]> => page.evaluate(() => caches.keys());
    for (const site of ["/a/", "/a/b/"]) {
      await reading.goTo(site.slice(0, -1) + first);
      await stayUntilKept(reading);
      await expect.poll(() => keptPaths(page, `${line.origin}${site} pages`)).toContain(site.slice(0, -1) + first);
    }
    const below = (await names()).filter((name) => name.startsWith(`${line.origin}/a/b/ `));
    await page.evaluate(
      (origin) => Promise.all([caches.open(`${origin}/a/ former`), caches.open(`${origin}/a/b/ former`)]),
      line.origin,
    );
    const retiring = Buffer.from(await bundleWorker(ROOT, undefined)).toString("utf8");
    line.suffer((path) => (path === "/a/offline-worker.js" ? script(200, retiring, "text/javascript") : undefined));
    await page.evaluate(() => navigator.serviceWorker.getRegistration("/a/").then((registration) => registration?.update()));
    await expect.poll(async () => (await names()).filter((name) => name.startsWith(`${line.origin}/a/ `))).toEqual([]);
    expect(await names()).toEqual(expect.arrayContaining([...below, `${line.origin}/a/b/ former`]));
    cut(reading);
    await reading.goTo(`/a/b${first}`);
    expect(await headline(reading)).not.toBe("");
    expect(await originOfPage(page)).toMatchObject({ from: "kept" });
  });
});

describe("a publication that gives up reading offline", () => {
  const open = keptReading();

  it("leaves nothing behind after one visit, and works", async () => {
    const reading = await open();
    const { page, line } = reading;
    await readTwo(reading);
    const retiring = Buffer.from(await bundleWorker(ROOT, undefined)).toString("utf8");
    line.suffer((path) => (path === "/offline-worker.js" ? script(200, retiring, "text/javascript") : undefined));
    await reading.goTo(first);
    const left = () =>
      page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
    await expect.poll(left).toEqual([0, 0]);
    await reading.goTo(second);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(await brokenPictures(reading.page)).toEqual([]);
  });
});
