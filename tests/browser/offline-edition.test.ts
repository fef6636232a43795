import { describe, expect, inject, it } from "vitest";
import type { StoredEdition } from "../../src/formats/offline/stored-edition.ts";
import { bundleWorker } from "../../src/node/publish/offline/write-offline-worker.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { type OfflineVisit, offlineVisits, originOfPage, waitForWorker } from "./offline-visit.ts";
import { countStoredFiles, filesOfSelection, isControlled, sendToWorker, storeEdition } from "./stored-edition.ts";

const tree = readTree(inject("siteFolder"));
const files = filesOfSelection(tree, { part: "year:2026", pictures: true });
const DATE = "2026-11-19T08:00:00-05:00";
const edition = { date: DATE, files };

/** With a picture and a chart. */
const STORY = "/2026/07/08/three-years-of-brent/";
const STORY_OF_LAST_YEAR = "/2025/10/14/the-euro-and-the-dollar-in-figures/";
/** A page that no test reads offline. */
const OTHER_PAGE = "/privacy/";

const disconnect = ({ network }: OfflineVisit): void => network.simulate(() => ({ disconnect: true }));
const html = (body: string, status = 200) => ({ answer: { status, headers: { "Content-Type": "text/html" }, body } });
const headline = ({ page }: OfflineVisit): Promise<string> => page.locator("h1").innerText();

/** Opens a publication, and stores an edition. */
async function store(visit: OfflineVisit, root = "/", stored = edition): Promise<void> {
  await visit.goTo(root.slice(0, -1) + OTHER_PAGE);
  await waitForWorker(visit);
  await expect.poll(() => isControlled(visit.page, visit.network.origin + root)).toBe(true);
  expect(await storeEdition(visit.page, visit.network.origin + root, stored)).toEqual({ done: true });
}

/** The paths of the pictures that the page shows; broken ones are marked. */
async function shownPictures({ page }: OfflineVisit): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const shown: string[] = [];
    for (const picture of document.images) {
      picture.loading = "eager";
      const broken = await picture.decode().then(
        () => "",
        () => "broken: ",
      );
      shown.push(broken + new URL(picture.currentSrc).pathname);
    }
    return shown;
  });
}

/** Reads a story offline that was never visited, with its picture and chart. */
async function readStory(visit: OfflineVisit, root: string): Promise<void> {
  const { page } = visit;
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  const response = await page.goto(visit.network.origin + root.slice(0, -1) + STORY);
  expect(await headline(visit)).not.toBe("");
  expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
  expect(response?.headers()).toMatchObject({
    "edition-date": DATE,
    "content-type": "text/html; charset=utf-8",
    "content-length": String(files.get(`${STORY.slice(1)}index.html`)?.length),
    "content-security-policy": expect.stringContaining("require-trusted-types-for 'script'"),
    "x-content-type-options": "nosniff",
  });
  const pictures = await shownPictures(visit);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => path.startsWith("broken"))).toEqual([]);
  const chart = page.getByRole("slider").first();
  await chart.focus();
  await chart.press("Home");
  expect(await chart.getAttribute("aria-valuetext")).toMatch(/2023/);
  expect(failed).toEqual([]);
}

/** Requests a picture in other widths and formats. Expects the stored one, but never another picture. */
async function expectOfflineVariant({ page }: OfflineVisit): Promise<void> {
  const [variant = ""] = [...files.keys()].filter((path) => path.startsWith("pictures/") && path.endsWith("-800.avif"));
  const others = [...tree.keys()].filter((path) => path.startsWith(variant.replace("800.avif", "")) && path !== variant);
  expect(others.length).toBeGreaterThan(1);
  const fetched = (path: string) =>
    page.evaluate(async (address) => {
      const response = await fetch(address).catch(() => undefined);
      return response && [response.headers.get("Content-Type"), (await response.arrayBuffer()).byteLength];
    }, `/${path}`);
  for (const path of others) expect(await fetched(path), path).toEqual(["image/avif", files.get(variant)?.length]);
  expect(await fetched(variant.replace(/-[0-9a-f]{10}-/, "-0123456789-"))).toBeUndefined();
}

describe("a reader without a connection who has downloaded an edition", () => {
  const open = offlineVisits();

  it("reads a story never visited with its picture and chart, searches, and navigates", async () => {
    const visit = await open();
    const { page, network } = visit;
    await store(visit);
    disconnect(visit);
    await readStory(visit, "/");
    for (const [path, within] of [
      ["/?from=letter", "main article"],
      ["/search/?q=brent", `main a[href*="${STORY.slice(1)}"]`],
      ["/politics/", "main article"],
      ["/politics/index.html", "main article"],
      ["/market-data/", "main .market-board"],
      ["/offline/", "main"],
    ] as const) {
      await visit.goTo(path);
      await page.locator(within).first().waitFor();
      expect(await originOfPage(page), path).toEqual({ from: "edition", date: DATE });
    }
    await expectOfflineVariant(visit);
    await visit.goTo(STORY_OF_LAST_YEAR);
    expect(page.url()).toBe(`${network.origin}/offline/?for=${encodeURIComponent(STORY_OF_LAST_YEAR.slice(1))}`);
  });
});

describe("a reader online who has downloaded an edition", () => {
  const open = offlineVisits();
  const old = Buffer.from("<!doctype html><title>Old</title><h1>Old</h1>");
  const aged = new Map([...files, ["index.html", old], ["pagefind/manifest.json", Buffer.from('"old"')]]);

  it("is shown pages of the network, and of the edition after three seconds or without a connection", async () => {
    const visit = await open();
    const { page, network } = visit;
    await store(visit, "/", { date: DATE, files: aged });
    const list = () => page.evaluate(() => fetch("/pagefind/manifest.json").then((response) => response.text()));
    network.requested.length = 0;
    await visit.goTo("/");
    expect(await headline(visit)).not.toBe("Old");
    expect(await originOfPage(page)).toEqual({ from: "network" });
    expect(await list()).not.toBe('"old"');
    expect(network.requested).toEqual(expect.arrayContaining(["/", "/pagefind/manifest.json"]));
    // The edition comes before cached copies, so that all pages and the search are of one date.
    network.simulate((path) => (path === "/" ? { delayMs: 10_000 } : undefined));
    const startedMs = Date.now();
    await visit.goTo("/");
    expect(Date.now() - startedMs).toBeGreaterThan(2500);
    expect(Date.now() - startedMs).toBeLessThan(9500);
    expect(await headline(visit)).toBe("Old");
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    disconnect(visit);
    expect(await list()).toBe('"old"');
  });

  it("searches the edition on a stalled network without a timeout for every file, and the network once it answers", async () => {
    const visit = await open();
    const { page, network } = visit;
    await store(visit, "/", { date: DATE, files: filesOfSelection(tree, { part: "everything", pictures: false }) });
    const found = page.locator(`main a[href*="${STORY.slice(1)}"]`);
    const searchFiles = () => network.requested.filter((path) => path.startsWith("/pagefind/"));
    network.simulate(() => ({ delayMs: 6000 }));
    network.requested.length = 0;
    const startedMs = Date.now();
    await visit.goTo("/search/?q=brent");
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    await found.first().waitFor();
    const tookMs = Date.now() - startedMs;
    expect(tookMs).toBeGreaterThan(2500);
    expect(tookMs).toBeLessThan(9000);
    expect(searchFiles()).toEqual([]);
    // The late answers do not end the stall.
    await page.waitForTimeout(Math.max(0, 6500 - (Date.now() - startedMs)));
    await page.evaluate(() => fetch("/pagefind/manifest.json"));
    expect(searchFiles()).toEqual([]);

    network.simulate(() => undefined);
    await visit.goTo("/search/?q=brent");
    expect(await originOfPage(page)).toEqual({ from: "network" });
    await found.first().waitFor();
    expect(searchFiles()).toContain("/pagefind/manifest.json");
    // Refused connections are no stall: the network is tried again at once.
    disconnect(visit);
    await visit.goTo("/");
    network.simulate(() => undefined);
    network.requested.length = 0;
    await page.evaluate(() => fetch("/pagefind/manifest.json"));
    expect(searchFiles()).toEqual(["/pagefind/manifest.json"]);
  });

  it("is shown error pages of the host, and gets requests with no-store from the network", async () => {
    const visit = await open();
    const { page, network } = visit;
    await store(visit);
    const picture = `/${[...files.keys()].find((path) => path.startsWith("pictures/"))}`;
    const dateOf = (cache: RequestCache) =>
      page.evaluate(async ([path, mode]) => (await fetch(path, { cache: mode })).headers.get("Edition-Date"), [
        picture,
        cache,
      ] as const);
    expect(await dateOf("reload")).toBe(DATE);
    network.requested.length = 0;
    expect(await dateOf("no-store")).toBeNull();
    expect(network.requested).toEqual([picture]);
    network.simulate((path) => ({ [STORY]: html("<h1>Out of order</h1>", 500), "/": html("<h1>Gone</h1>", 404) })[path]);
    await visit.goTo(STORY);
    expect(await headline(visit)).toBe("Out of order");
    await visit.goTo("/");
    expect(await headline(visit)).toBe("Gone");
  });
});

describe("an edition that replaces another", () => {
  const open = offlineVisits();
  const version = (number: number) => ({
    date: `2026-11-0${number}`,
    files: new Map([
      ...files,
      ["index.html", Buffer.from(`<!doctype html><title>${number}</title><h1>Front ${number}</h1>`)],
      [`assets/only-${number}.js`, Buffer.from(`${number}`)],
      ["assets/fetching-0.js", Buffer.from('fetch("../pagefind/manifest.json").then((list) => list.text()).then(postMessage)')],
      ["pagefind/manifest.json", Buffer.from(`"list ${number}"`)],
    ]),
  });

  it("leaves open pages their own until they are closed, and then its files are deleted", async () => {
    const visit = await open();
    const { page, network } = visit;
    const root = `${network.origin}/`;
    await store(visit, "/", version(1));
    disconnect(visit);
    const old = await page.context().newPage();
    await old.goto(root);
    expect(await old.locator("h1").innerText()).toBe("Front 1");
    const count = await countStoredFiles(page, root);
    expect(await storeEdition(page, root, version(2))).toEqual({ done: true });
    // Of the four files that differ by path, one has the same content.
    expect(await countStoredFiles(page, root)).toBe((count ?? 0) + 3);

    const text = (from: typeof page, path: string) =>
      from.evaluate(
        (address) =>
          fetch(address)
            .then((response) => response.text())
            .catch(() => "failed"),
        path,
      );
    expect(await text(old, "/assets/only-1.js")).toBe("1");
    expect(await text(old, "/pagefind/manifest.json")).toBe('"list 1"');
    const startedLater = await old.evaluate(() => {
      const policy = globalThis.trustedTypes?.createPolicy("econotimes-worker", { createScriptURL: (address) => address });
      const worker = new Worker(policy?.createScriptURL("/assets/fetching-0.js") ?? "");
      return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data)));
    });
    expect(startedLater).toBe('"list 1"');

    await visit.goTo("/");
    expect(await headline(visit)).toBe("Front 2");
    expect(await text(page, "/assets/only-2.js")).toBe("2");
    expect(await text(page, "/pagefind/manifest.json")).toBe('"list 2"');
    expect(await text(old, "/assets/only-1.js")).toBe("1");

    await old.close();
    await visit.goTo("/");
    await expect.poll(() => countStoredFiles(page, root)).toBe(count);
    expect(await text(page, "/assets/only-1.js")).toBe("failed");
    expect(await text(page, "/assets/only-2.js")).toBe("2");
  });
});

describe("a stored edition", () => {
  const open = offlineVisits();

  it("stays where another one is incomplete, and is deleted with all its files", async () => {
    const visit = await open();
    const { page, network } = visit;
    await store(visit);
    const incomplete: StoredEdition = {
      selection: { part: "everything", pictures: true },
      name: "Everything",
      stories: 1,
      bytes: 1,
      fingerprint: "incomplete",
      date: "2026-11-20",
      keptAtMs: 0,
      files: { "index.html": "0".repeat(64) },
    };
    expect(await sendToWorker(page, { kind: "swap-edition", edition: incomplete })).toEqual({
      done: false,
      reason: "NotFoundError",
    });
    disconnect(visit);
    await visit.goTo(STORY);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    expect(await sendToWorker(page, { kind: "delete-edition" })).toEqual({ done: true });
    expect(await countStoredFiles(page, `${network.origin}/`)).toBe(0);
    await visit.goTo(STORY);
    expect(new URL(page.url()).pathname).toBe("/offline/");
  });
});

describe("editions of two sites on one host, one below the other", () => {
  const open = offlineVisits(["/a/", "/a/b/"]);

  it("are read side by side, and one that disables reading offline deletes its own only", async () => {
    const visit = await open();
    const { page, network } = visit;
    const [above, below] = [`${network.origin}/a/`, `${network.origin}/a/b/`];
    await store(visit, "/a/", { date: "2025-01-01", files });
    await store(visit, "/a/b/");
    disconnect(visit);
    await readStory(visit, "/a/b/");
    // Its relative links work at the address with the slash.
    await visit.goTo(`/a/b${STORY.slice(0, -1)}?from=letter`);
    expect(page.url()).toBe(`${network.origin}/a/b${STORY}?from=letter`);
    await visit.goTo(`/a${STORY}`);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: "2025-01-01" });

    const retiring = Buffer.from((await bundleWorker(ROOT, undefined)).bytes).toString();
    const answer = { status: 200, headers: { "Content-Type": "text/javascript" }, body: retiring };
    network.simulate((path) => (path === "/a/b/offline-worker.js" ? { answer } : undefined));
    await page.evaluate((scope) => navigator.serviceWorker.getRegistration(scope).then((found) => found?.update()), below);
    await expect.poll(() => countStoredFiles(page, below)).toBeUndefined();
    expect(await countStoredFiles(page, above)).toBe(new Set([...files.values()].map(String)).size);
    disconnect(visit);
    await visit.goTo(`/a${STORY}`);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: "2025-01-01" });
  });
});
