import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { cacheNames } from "../../src/formats/offline/storage-names.ts";
import type { PageOrigin } from "../../src/formats/offline/worker-messages.ts";
import { axeViolations } from "./axe.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication("/news/");

const ZONE = { timezoneId: "America/New_York" };
const STORED_AT = Date.parse("2026-11-19T09:00:00-05:00");
const BAR = ".page-age";
const SCOPES = "/news/offline/parts.json";

interface StoredPage {
  readonly path: string;
  readonly title: string;
  readonly storedAt: string;
}

const PAGES: readonly StoredPage[] = [
  { path: STORY, title: "Older &amp; wiser | EconoTimes", storedAt: "2026-11-18T21:30:00-05:00" },
  { path: NEWEST_STORY.path, title: "Where &lt;i>the&lt;/i> sea narrows", storedAt: "2026-11-19T08:00:00-05:00" },
  { path: "offline/", title: "Read offline | EconoTimes", storedAt: "2026-11-19T07:00:00-05:00" },
];

/** Caches pages as the worker does. */
async function cachePages(page: Page, name: string, root: string, pages: readonly StoredPage[]): Promise<void> {
  const copies = pages.map(({ path, title, storedAt }) => ({
    address: root + path,
    html: `<!doctype html><title>${title}</title>${" ".repeat(500_000)}`,
    headers: { "Content-Type": "text/html", "Content-Length": "500000", "Kept-At": String(Date.parse(storedAt)) },
  }));
  await page.evaluate(
    async ([cacheName, pages]) => {
      const cache = await caches.open(cacheName);
      for (const { address, html, headers } of pages) await cache.put(address, new Response(html, { headers }));
    },
    [name, copies] as const,
  );
}

const cachesOf = (page: Page): Promise<readonly string[]> => page.evaluate(async () => (await caches.keys()).sort());
const statusOf = (page: Page) => page.locator("#kept_pages [role=status]");

/** The offline page on a device with `PAGES`. */
async function offlinePage(query = ""): Promise<Visit> {
  const visit = await publication.visit(ZONE);
  await visit.goTo("offline/");
  // Otherwise its request would be cancelled by the next navigation.
  await visit.page.locator("#take_along form").waitFor();
  const root = visit.addressOf("");
  await cachePages(visit.page, cacheNames(root).pages, root, PAGES);
  await visit.goTo(`offline/${query}`);
  await visit.page.locator("#kept_pages li").first().waitFor();
  return visit;
}

/** Runs in the page: a fake worker that reports this origin. */
function fakeWorker(origin: PageOrigin): void {
  const worker = {
    postMessage: (_question: unknown, [port]: readonly MessagePort[]) => port?.postMessage(origin),
  };
  Object.defineProperty(ServiceWorkerContainer.prototype, "controller", { get: () => worker });
}

const CACHED_PAGE: PageOrigin = { from: "kept", keptAtMs: STORED_AT };
const EDITION_PAGE: PageOrigin = { from: "edition", date: "2026-11-19T08:00:00-05:00" };

/** A page that the worker has served from the device. */
async function copyOf(path: string, origin = CACHED_PAGE, before = () => {}): Promise<Visit> {
  const visit = await publication.visit(ZONE);
  await visit.page.addInitScript(before);
  await visit.page.addInitScript(fakeWorker, origin);
  await visit.page.clock.install({ time: STORED_AT });
  await visit.page.clock.pauseAt(STORED_AT + 60_000);
  await visit.goTo(path);
  await visit.page.locator(BAR).waitFor({ state: "attached" });
  await visit.page.clock.runFor(100);
  await visit.page.locator(`${BAR} a`).waitFor();
  return visit;
}

describe("the offline page", () => {
  it("lists cached pages, newest first, with their titles and times, and the size of all", async () => {
    const { page, addressOf, troubles } = await offlinePage();
    const listed = await page
      .locator("#kept_pages li")
      .evaluateAll((items) =>
        items.map((item) => [item.querySelector("a")?.href, ...[...item.children].map((e) => e.textContent)]),
      );
    expect(listed).toEqual([
      [addressOf(NEWEST_STORY.path), "Where <i>the</i> sea narrows", "19 November 2026 at 08:00 EST"],
      [addressOf(STORY), "Older & wiser", "18 November 2026 at 21:30 EST"],
    ]);
    expect(await statusOf(page).textContent()).toBe("2 pages, 1.5 MB in total, newest first.");
    expect(troubles).toEqual([]);
  });

  it("deletes everything stored, and nothing of another site on the host", async () => {
    const { page, addressOf } = await offlinePage();
    const root = addressOf("");
    const others = [`${root}b/ pages`, `${root.slice(0, -5)} pages`, "photos"];
    for (const name of others) await cachePages(page, name, root, PAGES);
    await page.getByRole("button", { name: "Delete saved pages" }).click();
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^Saved pages deleted\./);
    expect(await cachesOf(page)).toEqual(others.sort());
    expect(await page.locator("#kept_pages li").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Delete saved pages" }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Recently read");
  });

  it("shows an empty list, and creates no cache", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("offline/");
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^No saved pages yet\./);
    expect(await cachesOf(page)).toEqual([]);
  });

  it.each([
    ["knows no service workers", () => Reflect.deleteProperty(Navigator.prototype, "serviceWorker")],
    [
      "refuses storage",
      () => {
        CacheStorage.prototype.has = () => Promise.reject(new DOMException("refused", "SecurityError"));
      },
    ],
  ])("explains itself in a browser that %s", async (_, breakBrowser) => {
    const { page, goTo, troubles } = await publication.visit();
    await page.addInitScript(breakBrowser);
    await goTo("offline/");
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^This browser cannot save pages/);
    expect(await page.getByRole("button", { name: "Delete saved pages" }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("names the requested page, and offers to try it again", async () => {
    const { page, addressOf } = await offlinePage("?for=politics/2026/01/");
    const message = page.locator(".kept-asked");
    expect(await message.textContent()).toBe("This page is not saved on this device: /news/politics/2026/01/ · Try again");
    expect(await axeViolations(page)).toEqual([]);
    await message.getByRole("link").click();
    await expect.poll(() => page.url()).toBe(addressOf("politics/2026/01/"));
  });

  it("links to no page but its own", async () => {
    const visit = await offlinePage();
    const foreign = [
      "https://example.org/",
      "//example.org/",
      "javascript:alert(1)",
      "../other/",
      "/other/",
      "http://[",
      "offline/",
    ];
    for (const address of foreign) {
      await visit.goTo(`offline/?for=${encodeURIComponent(address)}`);
      await visit.page.locator("#kept_pages li").first().waitFor();
      expect(await visit.page.locator(".kept-asked").isVisible(), address).toBe(false);
    }
  });

  it("loads the scopes only once there is a connection", async () => {
    const { page, goTo, troubles } = await publication.visit();
    const requested: string[] = [];
    page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "onLine", { configurable: true, get: () => false });
    });
    await goTo("offline/");
    await page.getByText("to see what you can download").waitFor();
    await page.waitForLoadState("networkidle");
    expect(requested).not.toContain(SCOPES);
    await page.evaluate(() => {
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => true });
      dispatchEvent(new Event("online"));
    });
    await page.getByRole("combobox", { name: "Choose what to download" }).waitFor();
    expect(requested.filter((path) => path === SCOPES)).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  it("explains itself without scripts, and shows no list", async () => {
    const { page, goTo } = await publication.visit({ javaScriptEnabled: false });
    await goTo("offline/");
    expect(await page.getByRole("heading", { name: "How it works" }).isVisible()).toBe(true);
    expect(await page.locator("#kept_pages").isVisible()).toBe(false);
  });
});

describe("a page from the device", () => {
  it("shows when it was stored, links to the stored pages, and shows dates instead of relative times", async () => {
    const { page, addressOf, troubles } = await copyOf(NEWEST_STORY.path);
    const bar = page.getByRole("status").filter({ hasText: "saved at" });
    expect(await bar.textContent()).toBe(
      "The site did not respond: reading the edition of 19 November 2026, saved at 09:00 EST. Read offline",
    );
    expect(await bar.getByRole("link").evaluate((link: HTMLAnchorElement) => link.href)).toBe(addressOf("offline/"));
    await expectDates(page);
    expect(troubles).toEqual([]);
  });

  it("shows the date of its edition, that there is no connection, and dates instead of relative times", async () => {
    const { page } = await copyOf(NEWEST_STORY.path, EDITION_PAGE, () =>
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }),
    );
    expect(await page.locator(BAR).textContent()).toBe(
      "You’re offline: reading the edition of 19 November 2026, saved on this device. Read offline",
    );
    await expectDates(page);
  });

  it("warns of outdated market figures, on the strip and on the board, without faults that axe finds", async () => {
    const { page } = await copyOf("market-data/", EDITION_PAGE);
    expect(await page.locator(".market-strip .may-have-changed").isVisible()).toBe(true);
    expect(await page.locator("main .may-have-changed").isVisible()).toBe(true);
    await page.clock.resume();
    expect(await axeViolations(page)).toEqual([]);
  });

  async function expectDates(page: Page): Promise<void> {
    const time = page.locator(".story time[data-relative]").first();
    expect(await time.textContent()).toMatch(/^19 November 2026/);
    await page.clock.runFor(120_000);
    expect(await time.textContent()).toMatch(/^19 November 2026/);
  }
});

describe("any other page", () => {
  it("keeps broken pictures", async () => {
    const { page, goTo } = await publication.visit();
    await page.route("**/pictures/**", (route) => route.abort());
    for (const path of ["", STORY]) {
      await goTo(path);
      await page.waitForLoadState("networkidle");
      expect(await page.locator("main picture > img").count()).toBe(1);
      expect(await page.getByText("Picture not on this device").count()).toBe(0);
    }
  });

  it("loads nothing for later during the first seconds, then registers the worker for the publication", async () => {
    const { page, addressOf, goTo, troubles } = await publication.visit({ serviceWorkers: "allow" });
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = function register(address, options) {
        document.documentElement.dataset.registered = JSON.stringify([String(address), options?.scope]);
        return Promise.reject(new TypeError("refused"));
      };
    });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    // Otherwise the page's clock would run while it loads.
    await page.clock.install({ time: "2026-11-22T12:00:00Z" });
    await page.clock.pauseAt("2026-11-22T12:00:01Z");
    await goTo(STORY);
    await page.clock.runFor(4900);
    expect(requests.filter((address) => /offline|register|stored|page-age|follow|edition|download/.test(address))).toEqual([]);
    await page.clock.runFor(6000);
    await expect.poll(() => page.locator("html").getAttribute("data-registered")).not.toBeNull();
    const registered = await page.locator("html").getAttribute("data-registered");
    expect(JSON.parse(registered ?? "")).toEqual([addressOf("offline-worker.js"), addressOf("")]);
    expect(await page.locator(BAR).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
