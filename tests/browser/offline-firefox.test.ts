import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type Firefox, startFirefox } from "./firefox.ts";
import type { FirefoxWindow } from "./firefox-window.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";

const READ = [STORY, NEWEST_STORY.path] as const;
/** With a picture and a chart. */
const NEVER_VISITED = "2026/07/08/three-years-of-brent/";
const NEVER_READ = "2026/10/06/what-iso-20022-changed/";

const program = inject("firefoxProgram");

if (program === undefined) {
  const reason = "it is not on this machine and cannot be installed";
  it.skipIf(!process.env.CI)(`Firefox reads offline: ${reason}`, () => expect.fail(`${reason}, and in CI it has to be tried.`));
} else {
  const folder = inject("siteFolder");
  const title = /<h1[^>]*>([^<]+)</.exec(readFileSync(join(folder, NEVER_VISITED, "index.html"), "utf8"))?.[1] ?? "";
  let firefox: Firefox;
  let server: FolderServer;
  /** The window of a reader who has read two stories. */
  let window: FirefoxWindow;
  /** The window of a reader who has read none, and has taken the whole edition along. */
  let other: FirefoxWindow;
  const headlines: (string | undefined)[] = [];
  const goTo = (path: string) => window.goTo(server.address + path);
  const path = () => window.run(() => location.pathname);
  const toldToBeCopy = () => expect.poll(() => window.text(".page-age")).toMatch(/^The network gave no answer: .*kept/);
  const toldToBeEdition = () => expect.poll(() => other.text(".page-age")).toMatch(/edition of \d+ \w+ \d{4}/);
  const onDevice = () => other.text("#take_along_kept");

  beforeAll(async () => {
    server = await serveFolder(folder, 0, "/", shippedRules(folder));
    firefox = await startFirefox(program, temporaryFolder());
    window = await firefox.open();
    other = await firefox.open();
    await Promise.all([readTwo(), takeAlong()]);
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
    await window.run(answeredByWorker);
    for (const story of READ) {
      await goTo(story);
      headlines.push(await window.text("h1"));
      expect(await window.run(picturesNotShown)).toEqual([]);
    }
  }

  async function takeAlong(): Promise<void> {
    await other.goTo(`${server.address}offline/`);
    await other.press("button", "Take it along");
    const isThere = async () => expect(await onDevice()).toBe("On this device: Everything, with pictures");
    await vi.waitFor(isThere, { timeout: 60_000, interval: 50 });
  }

  describe("a reader who has read two stories in Firefox, without a connection", () => {
    it("reads them again, with their pictures, and is told that they are copies", async () => {
      for (const [index, story] of READ.entries()) {
        await goTo(story);
        expect(await window.text("h1")).toBe(headlines[index]);
        expect(await window.run(picturesNotShown)).toEqual([]);
        await toldToBeCopy();
        await window.reload();
        expect(await window.text("h1")).toBe(headlines[index]);
        await toldToBeCopy();
      }
      expect(window.troubles).toEqual([]);
    });

    it("is led from a story never read to the offline page, which names it and lists what was read", async () => {
      await goTo(`${NEVER_READ}?a=1`);
      const { pathname, search } = await window.run(() => ({ pathname: location.pathname, search: location.search }));
      expect(pathname).toBe("/offline/");
      expect(new URLSearchParams(search).get("for")).toBe(`${NEVER_READ}?a=1`);
      await expect.poll(() => window.text(".kept-asked")).toContain(`/${NEVER_READ}`);
      for (const headline of headlines) await expect.poll(() => window.text("#kept_pages ol")).toContain(headline);
      // The page asks its host what can be taken along, in vain.
      expect(window.troubles.filter((trouble) => !trouble.endsWith("NS_ERROR_CONNECTION_REFUSED"))).toEqual([]);
    });

    it("opens the front page and the search", async () => {
      for (const [page, within] of [
        ["", "main article a"],
        ["search/", "main input"],
      ] as const) {
        await goTo(page);
        expect(await path()).toBe(`/${page}`);
        expect(await window.text(within)).toBeDefined();
      }
    });

    it("is told to be offline where the browser knows it, and goes from the copy to the list of copies", async () => {
      await window.loseNetwork();
      await goTo(READ[0]);
      await expect.poll(() => window.text(".page-age")).toMatch(/^You are offline: /);
      await window.click(".page-age a");
      await expect.poll(path).toBe("/offline/");
      await expect.poll(() => window.text("#kept_pages ol")).toContain(headlines[0]);
    });
  });

  describe("a reader who has taken the whole edition along in Firefox, without a connection", () => {
    it("finds a story never visited, and reads it with its picture and its chart", async () => {
      await other.goTo(`${server.address}search/`);
      await toldToBeEdition();
      await other.type("main input[type=search]", title);
      await other.press("link", title);
      await expect.poll(() => other.run(() => location.pathname)).toBe(`/${NEVER_VISITED}`);
      await expect.poll(() => other.text("h1")).toBe(title);
      expect(await other.run(() => document.querySelectorAll("main picture img").length)).toBeGreaterThan(0);
      expect(await other.run(picturesNotShown)).toEqual([]);
      expect(await other.run(() => document.querySelector("main figure.chart svg")?.checkVisibility())).toBe(true);
      await toldToBeEdition();
      expect(other.troubles).toEqual([]);
    });

    it("deletes it in one press, and then has neither the story nor its files", async () => {
      await other.goTo(`${server.address}offline/`);
      await other.press("button", "Delete this edition");
      await expect.poll(onDevice).toBeUndefined();
      expect(await other.run(filesOfEditions)).toBe(0);
      await other.goTo(server.address + NEVER_VISITED);
      expect(await other.run(() => location.pathname)).toBe("/offline/");
    });
  });
}

/** Stays until the worker answers for the page, which it does once a reader has read for some seconds. */
async function answeredByWorker(): Promise<void> {
  const controlled = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await controlled;
}

/** The pictures of a page that cannot be shown. */
async function picturesNotShown(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const picture of document.images) {
    picture.loading = "eager";
    await picture.decode().catch(() => broken.push(picture.currentSrc));
  }
  return broken;
}

/** How many files of editions the device holds. */
async function filesOfEditions(): Promise<number> {
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
