import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { outputFile } from "../../src/model/urls.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";
import { readTree } from "../site/build-site.ts";
import { searchAt, searchedYears } from "./offline-search.ts";
import {
  brokenPictures,
  cachedPaths,
  notStored,
  type OfflineVisit,
  offlineVisits,
  originOfPage,
  waitForWorker,
} from "./offline-visit.ts";
import { cards } from "./search-visit.ts";

const tree = readTree(inject("siteFolder"));
const files = [...tree.keys()];
const [first = "", second = "", unread = ""] = files
  .filter((file) => /^\d{4}\/\d{2}\/\d{2}\/[^/]+\/index\.html$/.test(file) && tree.get(file)?.includes("<picture"))
  .map((file) => `/${file.slice(0, -"index.html".length)}`)
  .slice(-3);

/** Pages of every kind: read, unread, always cached, and missing. */
const PAGES = [first, unread, "/", "/offline/", "/search/", "/politics", "/no-such-page/"];

/** Files of every kind that the worker caches: one that it may have already, and one that it cannot have. */
const FILES = ["assets/", "pictures/", "pagefind/"].flatMap((folder) => {
  const inFolder = files.filter((file) => file.startsWith(folder));
  const ofKinds = Map.groupBy(inFolder, (file) => /\.[^./]+$/.exec(file)?.[0] ?? "");
  return [...ofKinds].flatMap(([extension, [file = ""]]) => [`/${file}?v=2`, `/${folder}new${extension}`]);
});

const text = (file: string): string => tree.get(file)?.toString() ?? "";
const answer = (type: string, body: string) => () => ({ answer: { status: 200, headers: { "Content-Type": type }, body } });
const LOGIN = "<!DOCTYPE html><html lang=en><title>Sign in</title><h1>Sign in to this network</h1>";
const login = answer("text/html", LOGIN);
const toLogin = { answer: { status: 302, headers: { Location: "/login.cgi" }, body: "" } };

/** What somebody else answers at every address, and how the reader recognizes it. */
const FOREIGN = [
  ["a login", login, "Sign in to this network"],
  [
    "a login in XHTML",
    answer("application/xhtml+xml", `<html xmlns="http://www.w3.org/1999/xhtml">Signing in</html>`),
    "Signing in",
  ],
  ["a login as JSON", answer("application/json", '{"login":"required"}'), "required"],
  ["a login as a script", answer("text/javascript", 'document.location.assign("/login.cgi")'), "document.location"],
  ["plain text", answer("text/plain", "Down for maintenance"), "Down for maintenance"],
  ["an image", answer("image/svg+xml", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), ""],
  ["a redirect to a login", (path: string) => (path === "/login.cgi" ? login() : toLogin), "Sign in to this network"],
  [
    "another publication",
    answer("text/html", text("about/index.html").replace(/data-site="[^"]*"/, 'data-site="0123456789"')),
    "About",
  ],
  ["an earlier version", answer("text/html", text("about/index.html").replace(/ data-site="[^"]*"/, "")), "About"],
  ["the page of missing pages", answer("text/html", text("404.html")), "Page not found"],
] as const;

/** Reads two stories and searches, so that caches of every kind are filled. */
async function fillCaches(visit: OfflineVisit): Promise<void> {
  const { page, goTo } = visit;
  await goTo(first);
  await waitForWorker(visit);
  for (const story of [first, second]) {
    await goTo(story);
    expect(await brokenPictures(page)).toEqual([]);
    // The worker stores them after it has answered.
    await expect.poll(() => page.evaluate(notStored)).toEqual([]);
  }
  await searchAt(page, () => goTo("/search/?q=rates"));
  // The worker stores them after it has answered.
  await expect.poll(() => cachedPaths(page, `${visit.network.origin}/ search`)).toContain("/pagefind/manifest.json");
  await goTo("/about/");
}

/** Stored responses, as paths and SHA-256. */
async function readCaches(page: Page): Promise<readonly (readonly [path: string, sha256: string])[]> {
  return page.evaluate(async () => {
    const responses: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request, { ignoreVary: true });
        const digest = await crypto.subtle.digest("SHA-256", (await response?.arrayBuffer()) ?? new ArrayBuffer());
        const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
        responses.push([new URL(request.url).pathname, hex]);
      }
    }
    return responses;
  });
}

/** The paths of stored responses that are not the publication's files. */
async function foreignInCaches(page: Page): Promise<readonly string[]> {
  const stored = await readCaches(page);
  const isForeign = ([path, hash]: readonly [string, string]) => hash !== sha256(tree.get(outputFile(`/${path.slice(1)}`)) ?? "");
  return stored.filter(isForeign).map(([path]) => path);
}

/** Fetches files as a page does, and lets the browser look for a newer worker. */
async function fetchAll(page: Page, addresses: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    await Promise.all(all.map((address) => fetch(address).then((response) => response.blob(), String)));
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(String);
  }, addresses);
}

describe("while somebody else answers at the publication's addresses", () => {
  const open = offlineVisits();

  it("readers see the answers, none is ever stored, and saved pages are as they were", async () => {
    const visit = await open();
    const { page, network, goTo } = visit;
    await fillCaches(visit);
    expect((await readCaches(page)).length).toBeGreaterThan(30);
    const shown: string[] = [];
    for (const [what, answers, words] of FOREIGN) {
      network.simulate(answers);
      for (const address of PAGES) {
        await goTo(address);
        expect(await page.evaluate(() => document.documentElement.textContent), `${what} at ${address}`).toContain(words);
        shown.push((await originOfPage(page)).from);
      }
      await fetchAll(page, FILES);
      expect(await foreignInCaches(page), what).toEqual([]);
    }
    expect(new Set(shown)).toEqual(new Set(["network"]));
    expect(FILES.length).toBeGreaterThan(15);

    network.simulate(() => ({ disconnect: true }));
    for (const story of [first, second]) {
      await goTo(story);
      expect(await page.locator("h1").innerText()).toBe(/<h1[^>]*>([^<]+)</.exec(text(`${story.slice(1)}index.html`))?.[1]);
      expect(await brokenPictures(page)).toEqual([]);
      expect(await originOfPage(page)).toMatchObject({ from: "kept" });
    }
    await goTo(unread);
    expect(new URL(page.url()).pathname).toBe("/offline/");
    await searchAt(page, () => goTo("/search/?q=rates"));
    expect(await searchedYears(page)).toContain("saved on this device");
    expect(await cards(page).count()).toBeGreaterThan(0);
    expect(await foreignInCaches(page)).toEqual([]);
  });

  it("no worker is installed, and later it is", async () => {
    const visit = await open();
    const { page, network, goTo } = visit;
    network.simulate(login);
    // The publication's own pages let no other script register a worker.
    await goTo("/login.cgi");
    const worker = text("offline-worker.js");
    const register = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.register("/offline-worker.js");
        const installing = registration.installing ?? registration.waiting ?? registration.active;
        return new Promise<string>((resolve) => {
          const report = () => {
            if (installing?.state === "redundant" || installing?.state === "activated") resolve(installing.state);
          };
          installing?.addEventListener("statechange", report);
          report();
        });
      });
    for (const [what, answers] of FOREIGN) {
      network.simulate((path) => (path === "/offline-worker.js" ? answer("text/javascript", worker)() : answers(path)));
      expect(await register(), what).toBe("redundant");
      const stored = await readCaches(page);
      expect(stored, what).toEqual([]);
    }
    network.simulate(() => undefined);
    expect(await register()).toBe("activated");
  });

  it.each(FOREIGN.map(([what, answers]) => [what, answers] as const))(
    "a page that was open before the worker is not replaced by %s",
    async (_, answers) => {
      const visit = await open();
      const { page, network, goTo } = visit;
      await goTo(first);
      network.simulate((path) => (path === first || path === "/login.cgi" ? answers(path) : undefined));
      await waitForWorker(visit);
      await expect.poll(() => cachedPaths(page, `${network.origin}/ pages`)).toContain("/offline/");
      network.simulate(() => ({ disconnect: true }));
      await goTo(first);
      expect(new URL(page.url()).pathname).toBe("/offline/");
    },
  );
});
