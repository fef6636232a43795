import { describe, expect, inject, it } from "vitest";
import type { KeptEdition } from "../../src/formats/offline/stored-edition.ts";
import { bundleWorker } from "../../src/node/publish/offline/write-offline-worker.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { askWorker, filesIn, isAnswering, keepEdition, storedCount } from "./kept-edition.ts";
import { keptReading, originOfPage, type Reading, stayUntilKept } from "./kept-reading.ts";

const tree = readTree(inject("siteFolder"));
const files = filesIn(tree, { part: "year:2026", pictures: true });
const DATE = "2026-11-19T08:00:00-05:00";
const edition = { date: DATE, files };

/** With a picture and a chart. */
const STORY = "/2026/07/08/three-years-of-brent/";
const STORY_OF_LAST_YEAR = "/2025/10/14/the-euro-and-the-dollar-in-figures/";
/** Everything that these tests do not look at in the end is read here. */
const LITTLE_READ = "/privacy/";

const cut = ({ line }: Reading): void => line.suffer(() => ({ cut: true }));
const html = (body: string, status = 200) => ({ answer: { status, headers: { "Content-Type": "text/html" }, body } });
const headline = ({ page }: Reading): Promise<string> => page.locator("h1").innerText();

/** Opens a publication on a page, and keeps an edition. */
async function takeAlong(reading: Reading, root = "/", taken = edition): Promise<void> {
  await reading.goTo(root.slice(0, -1) + LITTLE_READ);
  await stayUntilKept(reading);
  await expect.poll(() => isAnswering(reading.page, reading.line.origin + root)).toBe(true);
  expect(await keepEdition(reading.page, reading.line.origin + root, taken)).toEqual({ done: true });
}

/** The pictures of the page that are shown, by their paths; each that cannot be shown is told instead. */
async function shownPictures({ page }: Reading): Promise<readonly string[]> {
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

/** Reads a story that was never visited, with all that is in it, at a reader who has no connection. */
async function readStory(reading: Reading, root: string): Promise<void> {
  const { page } = reading;
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  const response = await page.goto(reading.line.origin + root.slice(0, -1) + STORY);
  expect(await headline(reading)).not.toBe("");
  expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
  expect(response?.headers()).toMatchObject({
    "edition-date": DATE,
    "content-type": "text/html; charset=utf-8",
    "content-length": String(files.get(`${STORY.slice(1)}index.html`)?.length),
    "content-security-policy": expect.stringContaining("require-trusted-types-for 'script'"),
    "x-content-type-options": "nosniff",
  });
  const pictures = await shownPictures(reading);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => path.startsWith("broken"))).toEqual([]);
  const chart = page.getByRole("slider").first();
  await chart.focus();
  await chart.press("Home");
  expect(await chart.getAttribute("aria-valuetext")).toMatch(/2023/);
  expect(failed).toEqual([]);
}

/** Whatever width or format of a picture is asked for, the kept one comes, but no other picture. */
async function expectOneWidthForAll({ page }: Reading): Promise<void> {
  const [kept = ""] = [...files.keys()].filter((path) => path.startsWith("pictures/") && path.endsWith("-800.avif"));
  const others = [...tree.keys()].filter((path) => path.startsWith(kept.replace("800.avif", "")) && path !== kept);
  expect(others.length).toBeGreaterThan(1);
  const fetched = (path: string) =>
    page.evaluate(async (address) => {
      const response = await fetch(address).catch(() => undefined);
      return response && [response.headers.get("Content-Type"), (await response.arrayBuffer()).byteLength];
    }, `/${path}`);
  for (const path of others) expect(await fetched(path), path).toEqual(["image/avif", files.get(kept)?.length]);
  expect(await fetched(kept.replace(/-[0-9a-f]{10}-/, "-0123456789-"))).toBeUndefined();
}

describe("a reader without a connection who has taken an edition along", () => {
  const open = keptReading();

  it("reads a story never visited with its picture and chart, searches, and finds around", async () => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading);
    cut(reading);
    await readStory(reading, "/");
    for (const [path, within] of [
      ["/?from=letter", "main article"],
      ["/search/?q=brent", `main a[href*="${STORY.slice(1)}"]`],
      ["/politics/", "main article"],
      ["/politics/index.html", "main article"],
      ["/market-data/", "main .market-board"],
      ["/offline/", "main"],
    ] as const) {
      await reading.goTo(path);
      await page.locator(within).first().waitFor();
      expect(await originOfPage(page), path).toEqual({ from: "edition", date: DATE });
    }
    await expectOneWidthForAll(reading);
    await reading.goTo(STORY_OF_LAST_YEAR);
    expect(page.url()).toBe(`${line.origin}/offline/?for=${encodeURIComponent(STORY_OF_LAST_YEAR.slice(1))}`);
  });
});

describe("a reader online who has taken an edition along", () => {
  const open = keptReading();
  const old = Buffer.from("<!doctype html><title>Old</title><h1>Old</h1>");
  const aged = new Map([...files, ["index.html", old], ["pagefind/manifest.json", Buffer.from('"old"')]]);

  it("is shown what the network has, and the edition where that takes longer than three seconds or the line breaks", async () => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading, "/", { date: DATE, files: aged });
    const list = () => page.evaluate(() => fetch("/pagefind/manifest.json").then((response) => response.text()));
    line.asked.length = 0;
    await reading.goTo("/");
    expect(await headline(reading)).not.toBe("Old");
    expect(await originOfPage(page)).toEqual({ from: "network" });
    expect(await list()).not.toBe('"old"');
    expect(line.asked).toEqual(expect.arrayContaining(["/", "/pagefind/manifest.json"]));
    // Whatever was read since is left aside then, so that all pages and the search are of one date.
    line.suffer((path) => (path === "/" ? { delayMs: 10_000 } : undefined));
    const began = Date.now();
    await reading.goTo("/");
    expect(Date.now() - began).toBeGreaterThan(2500);
    expect(Date.now() - began).toBeLessThan(9500);
    expect(await headline(reading)).toBe("Old");
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    cut(reading);
    expect(await list()).toBe('"old"');
  });

  it("searches the edition on a line that hangs without waiting for it at every file, and the network once it answers", async () => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading, "/", { date: DATE, files: filesIn(tree, { part: "everything", pictures: false }) });
    const found = page.locator(`main a[href*="${STORY.slice(1)}"]`);
    const searchFiles = () => line.asked.filter((path) => path.startsWith("/pagefind/"));
    line.suffer(() => ({ delayMs: 10_000 }));
    line.asked.length = 0;
    const began = Date.now();
    await reading.goTo("/search/?q=brent");
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    await found.first().waitFor();
    const tookMs = Date.now() - began;
    expect(tookMs).toBeGreaterThan(2500);
    expect(tookMs).toBeLessThan(9000);
    expect(searchFiles()).toEqual([]);
    // What comes as late as this says nothing good of the line.
    await page.waitForTimeout(10_500 - (Date.now() - began));
    await page.evaluate(() => fetch("/pagefind/manifest.json"));
    expect(searchFiles()).toEqual([]);

    line.suffer(() => undefined);
    await reading.goTo("/search/?q=brent");
    expect(await originOfPage(page)).toEqual({ from: "network" });
    await found.first().waitFor();
    expect(searchFiles()).toContain("/pagefind/manifest.json");
    // Nothing is waited for where the line refuses: it is asked again as soon as it may be there again.
    cut(reading);
    await reading.goTo("/");
    line.suffer(() => undefined);
    line.asked.length = 0;
    await page.evaluate(() => fetch("/pagefind/manifest.json"));
    expect(searchFiles()).toEqual(["/pagefind/manifest.json"]);
  });

  it("is shown faults of the host as it tells them, and has from the network what is asked for with no-store", async () => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading);
    const picture = `/${[...files.keys()].find((path) => path.startsWith("pictures/"))}`;
    const dateOf = (cache: RequestCache) =>
      page.evaluate(async ([path, mode]) => (await fetch(path, { cache: mode })).headers.get("Edition-Date"), [
        picture,
        cache,
      ] as const);
    expect(await dateOf("reload")).toBe(DATE);
    line.asked.length = 0;
    expect(await dateOf("no-store")).toBeNull();
    expect(line.asked).toEqual([picture]);
    line.suffer((path) => ({ [STORY]: html("<h1>Out of order</h1>", 500), "/": html("<h1>Gone</h1>", 404) })[path]);
    await reading.goTo(STORY);
    expect(await headline(reading)).toBe("Out of order");
    await reading.goTo("/");
    expect(await headline(reading)).toBe("Gone");
  });
});

describe("an edition that takes the place of another", () => {
  const open = keptReading();
  const version = (number: number) => ({
    date: `2026-11-0${number}`,
    files: new Map([
      ...files,
      ["index.html", Buffer.from(`<!doctype html><title>${number}</title><h1>Front ${number}</h1>`)],
      [`assets/only-${number}.js`, Buffer.from(`${number}`)],
      ["assets/asking-0.js", Buffer.from('fetch("../pagefind/manifest.json").then((list) => list.text()).then(postMessage)')],
      ["pagefind/manifest.json", Buffer.from(`"list ${number}"`)],
    ]),
  });

  it("leaves the pages that are open theirs until they are closed, and then goes with all its files", async () => {
    const reading = await open();
    const { page, line } = reading;
    const root = `${line.origin}/`;
    await takeAlong(reading, "/", version(1));
    cut(reading);
    const old = await page.context().newPage();
    await old.goto(root);
    expect(await old.locator("h1").innerText()).toBe("Front 1");
    const count = await storedCount(page, root);
    expect(await keepEdition(page, root, version(2))).toEqual({ done: true });
    // Of the four files that they do not have in common one is the same.
    expect(await storedCount(page, root)).toBe((count ?? 0) + 3);

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
      const worker = new Worker(policy?.createScriptURL("/assets/asking-0.js") ?? "");
      return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data)));
    });
    expect(startedLater).toBe('"list 1"');

    await reading.goTo("/");
    expect(await headline(reading)).toBe("Front 2");
    expect(await text(page, "/assets/only-2.js")).toBe("2");
    expect(await text(page, "/pagefind/manifest.json")).toBe('"list 2"');
    expect(await text(old, "/assets/only-1.js")).toBe("1");

    await old.close();
    await reading.goTo("/");
    await expect.poll(() => storedCount(page, root)).toBe(count);
    expect(await text(page, "/assets/only-1.js")).toBe("failed");
    expect(await text(page, "/assets/only-2.js")).toBe("2");
  });
});

describe("a kept edition", () => {
  const open = keptReading();

  it("stays where another one is not whole, and is gone when it is deleted, with all its files", async () => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading);
    const lacking: KeptEdition = {
      selection: { part: "everything", pictures: true },
      name: "Everything",
      stories: 1,
      bytes: 1,
      fingerprint: "lacking",
      date: "2026-11-20",
      keptAtMs: 0,
      files: { "index.html": "0".repeat(64) },
    };
    expect(await askWorker(page, { kind: "swap-edition", edition: lacking })).toEqual({ done: false, reason: "NotFoundError" });
    cut(reading);
    await reading.goTo(STORY);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: DATE });
    expect(await askWorker(page, { kind: "delete-edition" })).toEqual({ done: true });
    expect(await storedCount(page, `${line.origin}/`)).toBe(0);
    await reading.goTo(STORY);
    expect(new URL(page.url()).pathname).toBe("/offline/");
  });
});

describe("editions of two sites on one host, one below the other", () => {
  const open = keptReading(["/a/", "/a/b/"]);

  it("are read side by side, and one that gives up reading offline deletes its own only", async () => {
    const reading = await open();
    const { page, line } = reading;
    const [above, below] = [`${line.origin}/a/`, `${line.origin}/a/b/`];
    await takeAlong(reading, "/a/", { date: "2025-01-01", files });
    await takeAlong(reading, "/a/b/");
    cut(reading);
    await readStory(reading, "/a/b/");
    // Its links lead from the address with the slash.
    await reading.goTo(`/a/b${STORY.slice(0, -1)}?from=letter`);
    expect(page.url()).toBe(`${line.origin}/a/b${STORY}?from=letter`);
    await reading.goTo(`/a${STORY}`);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: "2025-01-01" });

    const retiring = Buffer.from(await bundleWorker(ROOT, undefined)).toString();
    const answer = { status: 200, headers: { "Content-Type": "text/javascript" }, body: retiring };
    line.suffer((path) => (path === "/a/b/offline-worker.js" ? { answer } : undefined));
    await page.evaluate((scope) => navigator.serviceWorker.getRegistration(scope).then((found) => found?.update()), below);
    await expect.poll(() => storedCount(page, below)).toBeUndefined();
    expect(await storedCount(page, above)).toBe(new Set([...files.values()].map(String)).size);
    cut(reading);
    await reading.goTo(`/a${STORY}`);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: "2025-01-01" });
  });
});
