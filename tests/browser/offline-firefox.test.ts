import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type Firefox, startFirefox } from "./firefox.ts";
import type { FirefoxWindow } from "./firefox-window.ts";
import { notStored } from "./offline-visit.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";

const READ = [STORY, NEWEST_STORY.path] as const;
/** With a picture and a chart. */
const NEVER_VISITED = "2026/07/08/three-years-of-brent/";
const NEVER_READ = "2026/10/06/what-iso-20022-changed/";

const STORING = { timeout: 60_000, interval: 50 };

const program = inject("firefoxProgram");

if (program === undefined) {
  const reason = "it is not on this machine and cannot be installed";
  it.skipIf(!process.env.CI)(`Firefox reads offline: ${reason}`, () => expect.fail(`${reason}, and in CI it has to be tried.`));
} else {
  const folder = inject("siteFolder");
  const title = /<h1[^>]*>([^<]+)</.exec(readFileSync(join(folder, NEVER_VISITED, "index.html"), "utf8"))?.[1] ?? "";
  let firefox: Firefox;
  let server: FolderServer;
  /** A reader who has read two stories. */
  let window: FirefoxWindow;
  /** A reader who has read none, and has downloaded the whole edition. */
  let other: FirefoxWindow;
  const headlines: (string | undefined)[] = [];
  const goTo = (path: string) => window.goTo(server.address + path);
  const path = () => window.run(() => location.pathname);
  const expectCopy = () => expect.poll(() => window.text(".page-age")).toMatch(/^The site did not respond: .*saved/);
  const expectEdition = () => expect.poll(() => other.text(".page-age")).toMatch(/edition of \d+ \w+ \d{4}/);
  /** A page that stays open for some seconds registers the worker, and looks for a newer edition: that fails while offline. */
  const unexpected = ({ troubles }: FirefoxWindow) =>
    troubles.filter((trouble) => !/\/offline(?:-worker\.js|\/parts\.json) NS_ERROR_CONNECTION_REFUSED$/.test(trouble));
  const onDevice = () => other.text("#take_along_kept");

  beforeAll(async () => {
    server = await serveFolder(folder, 0, "/", shippedRules(folder));
    firefox = await startFirefox(program, temporaryFolder());
    window = await firefox.open();
    other = await firefox.open();
    await Promise.all([readTwo(), download()]);
    expect(window.troubles).toEqual([]);
    expect(other.troubles).toEqual([]);
    await server.close();
  });
  afterAll(async () => {
    await firefox?.stop();
    await server?.close();
  });

  async function readTwo(): Promise<void> {
    await goTo(READ[0]);
    await window.run(controlledByWorker);
    for (const story of READ) {
      await goTo(story);
      headlines.push(await window.text("h1"));
      expect(await window.run(brokenPictures)).toEqual([]);
      // The worker stores them after it has answered.
      await vi.waitFor(async () => expect(await window.run(notStored)).toEqual([]), STORING);
    }
  }

  async function download(): Promise<void> {
    await other.goTo(`${server.address}offline/`);
    await other.press("button", "Download");
    const isThere = async () => expect(await onDevice()).toBe("Saved on this device: Everything, with pictures");
    await vi.waitFor(isThere, STORING);
  }

  describe("a reader who has read two stories in Firefox, offline", () => {
    it("reads them again, with their pictures, marked as copies", async () => {
      for (const [index, story] of READ.entries()) {
        await goTo(story);
        expect(await window.text("h1")).toBe(headlines[index]);
        expect(await window.run(brokenPictures)).toEqual([]);
        await expectCopy();
        await window.reload();
        expect(await window.text("h1")).toBe(headlines[index]);
        await expectCopy();
      }
      expect(unexpected(window)).toEqual([]);
    });

    it("is redirected from another story to the offline page, which names it and lists the stored pages", async () => {
      await goTo(`${NEVER_READ}?a=1`);
      const { pathname, search } = await window.run(() => ({ pathname: location.pathname, search: location.search }));
      expect(pathname).toBe("/offline/");
      expect(new URLSearchParams(search).get("for")).toBe(`${NEVER_READ}?a=1`);
      await expect.poll(() => window.text(".kept-asked")).toContain(`/${NEVER_READ}`);
      for (const headline of headlines) await expect.poll(() => window.text("#kept_pages ol")).toContain(headline);
      expect(unexpected(window)).toEqual([]);
    });

    it("opens the home page and the search", async () => {
      for (const [page, within] of [
        ["", "main article a"],
        ["search/", "main input"],
      ] as const) {
        await goTo(page);
        expect(await path()).toBe(`/${page}`);
        expect(await window.text(within)).toBeDefined();
      }
    });

    it("is shown as offline where the browser knows it, and follows the link to the stored pages", async () => {
      await window.loseNetwork();
      await goTo(READ[0]);
      await expect.poll(() => window.text(".page-age")).toMatch(/^You’re offline: /);
      await window.click(".page-age a");
      await expect.poll(path).toBe("/offline/");
      await expect.poll(() => window.text("#kept_pages ol")).toContain(headlines[0]);
    });
  });

  describe("a reader who has downloaded the whole edition in Firefox, offline", () => {
    it("finds a story never visited, and reads it with its picture and its chart", async () => {
      await other.goTo(`${server.address}search/`);
      await expectEdition();
      await other.type("main input[type=search]", title);
      // Until all years have answered, a link may move away from the mouse.
      const searched = ` for “${title}”. Searched 2026 to 2023, saved on this device.`;
      await expect.poll(() => other.text("main [role=status]")).toContain(searched);
      await other.press("link", title);
      await expect.poll(() => other.run(() => location.pathname)).toBe(`/${NEVER_VISITED}`);
      await expect.poll(() => other.text("h1")).toBe(title);
      expect(await other.run(() => document.querySelectorAll("main picture img").length)).toBeGreaterThan(0);
      expect(await other.run(brokenPictures)).toEqual([]);
      expect(await other.run(() => document.querySelector("main figure.chart svg")?.checkVisibility())).toBe(true);
      await expectEdition();
      expect(unexpected(other)).toEqual([]);
    });

    it("deletes it with one click, and then has neither the story nor its files", async () => {
      await other.goTo(`${server.address}offline/`);
      await other.press("button", "Remove download");
      await expect.poll(onDevice).toBeUndefined();
      expect(await other.run(storedFileCount)).toBe(0);
      await other.goTo(server.address + NEVER_VISITED);
      expect(await other.run(() => location.pathname)).toBe("/offline/");
    });
  });
}

/** Waits until the worker controls the page, some seconds after it was loaded. */
async function controlledByWorker(): Promise<void> {
  const controlled = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await controlled;
}

/** The broken pictures of a page. */
async function brokenPictures(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const picture of document.images) {
    picture.loading = "eager";
    await picture.decode().catch(() => broken.push(picture.currentSrc));
  }
  return broken;
}

/** The number of stored files. */
async function storedFileCount(): Promise<number> {
  let count = 0;
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    if (database.objectStoreNames.contains("files")) {
      const counting = database.transaction("files").objectStore("files").count();
      count += await new Promise<number>((resolve, reject) => {
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error);
      });
    }
    database.close();
  }
  return count;
}
