import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { cacheNames } from "../../src/formats/offline/storage-names.ts";
import type { PageOrigin } from "../../src/formats/offline/worker-messages.ts";
import { faultsInEveryLook } from "./axe.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication("/news/");

const ZONE = { timezoneId: "America/New_York" };
const KEPT_AT = Date.parse("2026-11-19T09:00:00-05:00");
const BAR = ".page-age";
const PARTS = "/news/offline/parts.json";

interface KeptPage {
  readonly path: string;
  readonly title: string;
  readonly keptAt: string;
}

const PAGES: readonly KeptPage[] = [
  { path: STORY, title: "Older &amp; wiser | EconoTimes", keptAt: "2026-11-18T21:30:00-05:00" },
  { path: NEWEST_STORY.path, title: "Where &lt;i>the&lt;/i> sea narrows", keptAt: "2026-11-19T08:00:00-05:00" },
  { path: "offline/", title: "Read offline | EconoTimes", keptAt: "2026-11-19T07:00:00-05:00" },
];

/** Has the device hold pages in the cache of that name, as the worker keeps them. */
async function keep(page: Page, name: string, root: string, pages: readonly KeptPage[]): Promise<void> {
  const copies = pages.map(({ path, title, keptAt }) => ({
    address: root + path,
    html: `<!doctype html><title>${title}</title>${" ".repeat(500_000)}`,
    headers: { "Content-Type": "text/html", "Content-Length": "500000", "Kept-At": String(Date.parse(keptAt)) },
  }));
  await page.evaluate(
    async ([cacheName, kept]) => {
      const cache = await caches.open(cacheName);
      for (const { address, html, headers } of kept) await cache.put(address, new Response(html, { headers }));
    },
    [name, copies] as const,
  );
}

const cachesOf = (page: Page): Promise<readonly string[]> => page.evaluate(async () => (await caches.keys()).sort());
const statusOf = (page: Page) => page.locator("#kept_pages [role=status]");

/** The offline page of a device that holds `PAGES`. */
async function offlinePage(query = ""): Promise<Visit> {
  const visit = await publication.visit(ZONE);
  await visit.goTo("offline/");
  // Else it would still be asked for when the page is left.
  await visit.page.locator("#take_along form").waitFor();
  const root = visit.addressOf("");
  await keep(visit.page, cacheNames(root).pages, root, PAGES);
  await visit.goTo(`offline/${query}`);
  await visit.page.locator("#kept_pages li").first().waitFor();
  return visit;
}

/** What a page finds as its worker, which says where it has the page from. */
function pretendCopy(origin: PageOrigin): void {
  const worker = {
    postMessage: (_question: unknown, [port]: readonly MessagePort[]) => port?.postMessage(origin),
  };
  Object.defineProperty(ServiceWorkerContainer.prototype, "controller", { get: () => worker });
}

const KEPT_WHEN_READ: PageOrigin = { from: "kept", keptAtMs: KEPT_AT };
const TAKEN_ALONG: PageOrigin = { from: "edition", date: "2026-11-19T08:00:00-05:00" };

/** A page that the worker has answered with a copy, so long after the newest story. */
async function copyOf(path: string, origin = KEPT_WHEN_READ, before = () => {}): Promise<Visit> {
  const visit = await publication.visit(ZONE);
  await visit.page.addInitScript(before);
  await visit.page.addInitScript(pretendCopy, origin);
  await visit.page.clock.install({ time: KEPT_AT });
  await visit.page.clock.pauseAt(KEPT_AT + 60_000);
  await visit.goTo(path);
  await visit.page.locator(BAR).waitFor({ state: "attached" });
  await visit.page.clock.runFor(100);
  await visit.page.locator(`${BAR} a`).waitFor();
  return visit;
}

describe("the offline page", () => {
  it("lists what is kept, the newest first, each with its title and when it was kept, and what all of it weighs", async () => {
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
    expect(await statusOf(page).textContent()).toBe("2 pages, 1.5 MB in all, the newest first.");
    expect(troubles).toEqual([]);
  });

  it("deletes all that is kept, and nothing of another site on the host", async () => {
    const { page, addressOf } = await offlinePage();
    const root = addressOf("");
    const others = [`${root}b/ pages`, `${root.slice(0, -5)} pages`, "photos"];
    for (const name of others) await keep(page, name, root, PAGES);
    await page.getByRole("button", { name: "Delete what is kept" }).click();
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^All that was kept is deleted\./);
    expect(await cachesOf(page)).toEqual(others.sort());
    expect(await page.locator("#kept_pages li").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Delete what is kept" }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Read here before");
  });

  it("says that nothing is kept where nothing is, and leaves nothing behind by looking", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("offline/");
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^Nothing is kept yet\./);
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
  ])("says so in a browser that %s", async (_, cripple) => {
    const { page, goTo, troubles } = await publication.visit();
    await page.addInitScript(cripple);
    await goTo("offline/");
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^Here the browser keeps nothing/);
    expect(await page.getByRole("button", { name: "Delete what is kept" }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("names the page that was asked for, and offers to try it again", async () => {
    const { page, addressOf } = await offlinePage("?for=politics/2026/01/");
    const asked = page.locator(".kept-asked");
    expect(await asked.textContent()).toBe("This page is not kept on this device: /news/politics/2026/01/ · Try again");
    await asked.getByRole("link").click();
    await expect.poll(() => page.url()).toBe(addressOf("politics/2026/01/"));
  });

  it.each(["https://example.org/", "//example.org/", "javascript:alert(1)", "../other/", "/other/", "http://[", "offline/"])(
    "links to no page but its own: %s",
    async (address) => {
      const { page } = await offlinePage(`?for=${encodeURIComponent(address)}`);
      expect(await page.locator(".kept-asked").isVisible()).toBe(false);
    },
  );

  it("asks nobody what there is to take along without a connection, and does once there is one", async () => {
    const { page, goTo, troubles } = await publication.visit();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "onLine", { configurable: true, get: () => false });
    });
    await goTo("offline/");
    await page.getByText("can be told with a connection only").waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked).not.toContain(PARTS);
    await page.evaluate(() => {
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => true });
      dispatchEvent(new Event("online"));
    });
    await page.getByRole("combobox", { name: "What to take along" }).waitFor();
    expect(asked.filter((path) => path === PARTS)).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  it("has no fault that axe finds, with what is kept", async () => {
    const { page } = await offlinePage("?for=politics/");
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("explains itself without scripts, and shows no empty list", async () => {
    const { page, goTo } = await publication.visit({ javaScriptEnabled: false });
    await goTo("offline/");
    expect(await page.getByRole("heading", { name: "How it works" }).isVisible()).toBe(true);
    expect(await page.locator("#kept_pages").isVisible()).toBe(false);
  });
});

describe("a page that was kept, or taken along", () => {
  it("says from when it is, and leads to what else is kept", async () => {
    const { page, addressOf, troubles } = await copyOf(NEWEST_STORY.path);
    const bar = page.getByRole("status").filter({ hasText: "kept at" });
    expect(await bar.textContent()).toBe(
      "The network gave no answer: edition of 19 November 2026, kept at 09:00 EST. What can be read offline",
    );
    expect(await bar.getByRole("link").evaluate((link: HTMLAnchorElement) => link.href)).toBe(addressOf("offline/"));
    expect(troubles).toEqual([]);
  });

  it("says that it was taken along, and that there is no connection", async () => {
    const { page } = await copyOf(NEWEST_STORY.path, TAKEN_ALONG, () =>
      Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }),
    );
    expect(await page.locator(BAR).textContent()).toBe(
      "You are offline: edition of 19 November 2026, taken along on this device. What can be read offline",
    );
  });

  it.each([KEPT_WHEN_READ, TAKEN_ALONG])("has dates in the place of times that count on: $from", async (origin) => {
    const { page } = await copyOf(NEWEST_STORY.path, origin);
    expect(await page.locator(".story time[data-relative]").first().textContent()).toMatch(/^19 November 2026/);
    await page.clock.runFor(120_000);
    expect(await page.locator(".story time[data-relative]").first().textContent()).toMatch(/^19 November 2026/);
  });

  it.each([KEPT_WHEN_READ, TAKEN_ALONG])(
    "warns of the figures of the markets, on the strip and on the board: $from",
    async (origin) => {
      const { page } = await copyOf("market-data/", origin);
      expect(await page.locator(".market-strip .may-have-changed").isVisible()).toBe(true);
      expect(await page.locator("main .may-have-changed").isVisible()).toBe(true);
    },
  );

  it("has no fault that axe finds", async () => {
    const { page } = await copyOf("market-data/");
    await page.clock.resume();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe("any other page", () => {
  it("leaves pictures that do not come as the browser shows them", async () => {
    const { page, goTo } = await publication.visit();
    await page.route("**/pictures/**", (route) => route.abort());
    for (const path of ["", STORY]) {
      await goTo(path);
      await page.waitForLoadState("networkidle");
      expect(await page.locator("main picture > img").count()).toBe(1);
      expect(await page.getByText("Picture not on this device").count()).toBe(0);
    }
  });

  it("loads nothing for later before the reader has read for some seconds, then registers the worker for the publication", async () => {
    const { page, addressOf, goTo, troubles } = await publication.visit({ serviceWorkers: "allow" });
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = function register(address, options) {
        document.documentElement.dataset.registered = JSON.stringify([String(address), options?.scope]);
        return Promise.reject(new TypeError("refused"));
      };
    });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    // Else the page's clock would run on while it loads.
    await page.clock.install({ time: "2026-11-22T12:00:00Z" });
    await page.clock.pauseAt("2026-11-22T12:00:01Z");
    await goTo(STORY);
    await page.clock.runFor(4900);
    expect(requests.filter((address) => /offline|register|kept|page-age|follow|edition|take-along/.test(address))).toEqual([]);
    await page.clock.runFor(6000);
    await expect.poll(() => page.locator("html").getAttribute("data-registered")).not.toBeNull();
    const registered = await page.locator("html").getAttribute("data-registered");
    expect(JSON.parse(registered ?? "")).toEqual([addressOf("offline-worker.js"), addressOf("")]);
    expect(await page.locator(BAR).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
