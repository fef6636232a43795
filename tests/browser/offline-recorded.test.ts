import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";
import { shippedRules } from "../shipped-rules.ts";
import { buildSite, readTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { openNetwork } from "./network.ts";
import { brokenPictures, originOfPage, waitForWorker } from "./offline-visit.ts";
import { RECORDED, readRecordedDevice, restoreDevice } from "./recorded-edition.ts";
import { countStoredFiles, filesOfSelection, readStoredEdition } from "./stored-edition.ts";

const POLITICS: Selection = { part: "section:politics", pictures: true };
const STORY = "/2026/11/02/strait-opens/";
const READ_BEFORE = "/2026/10/30/rates-held/";
const OLD_DATE = "2026-11-02T09:00:00-05:00";
const ADDED = "By noon the convoys had passed as well.";

const device = readRecordedDevice();

describe("an edition that was stored by the version before", () => {
  const folder = join(temporaryFolder(), "newer");
  let server: FolderServer;
  let browser: Browser;
  beforeAll(async () => {
    const content = temporaryFolder();
    cpSync(join(RECORDED, "content"), content, { recursive: true });
    appendFileSync(join(content, "articles/strait-opens.md"), `\n${ADDED}\n`);
    const flags = ["--content", content, "--out", folder, "--as-of", "2026-11-03T12:00:00-05:00"];
    expect(await buildSite([...flags, "--markets", "tests/fixtures/no-markets"])).toMatchObject({ code: 0, stderr: "" });
    server = await serveFolder(folder, 0, "/", shippedRules(folder));
    browser = await chromium.connect(inject("browserEndpoint"));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A device as the version before has left it, and a host with a newer edition. */
  async function openRestored(restored = device) {
    const network = await openNetwork([server]);
    const context = await browser.newContext();
    context.setDefaultTimeout(60_000);
    onTestFinished(async () => {
      await context.close();
      await network.close();
    });
    const page = await context.newPage();
    await page.clock.install();
    await restoreDevice(page, network, restored);
    const goTo = async (path: string) => void (await page.goto(network.origin + path));
    const disconnect = () => network.simulate(() => ({ disconnect: true }));
    return { page, network, goTo, disconnect };
  }

  it("is read offline, updated with the changed files only, and removed without a trace", async () => {
    const { page, network, goTo, disconnect } = await openRestored();
    const root = `${network.origin}/`;
    await goTo("/business/");
    await waitForWorker({ page });
    await page.getByText("A new edition is available.").waitFor();

    disconnect();
    await goTo(STORY);
    expect(await page.locator("h1").innerText()).toBe("The strait is open again");
    expect(await page.locator("main").innerText()).not.toContain(ADDED);
    expect(await brokenPictures(page)).toEqual([]);
    expect(await originOfPage(page)).toEqual({ from: "edition", date: OLD_DATE });
    // The old page's own script asks the new worker, and shows its own old text.
    await expect.poll(() => page.locator(".page-age").innerText()).toContain("edition of 2 November 2026, taken along");
    await goTo(READ_BEFORE);
    expect(await originOfPage(page)).toEqual({ from: "kept", keptAtMs: expect.any(Number) });

    network.simulate(() => undefined);
    await goTo("/offline/");
    await page.locator("#kept_pages").getByRole("link", { name: "Rates are held" }).waitFor();
    await page.getByRole("heading", { name: "Saved on this device: Politics, with pictures" }).waitFor();
    network.requested.length = 0;
    await page.getByRole("main").getByRole("button", { name: "Update" }).click();
    const tree = readTree(folder);
    const { fingerprint } = JSON.parse(tree.get("offline/parts.json")?.toString() ?? "");
    await expect.poll(() => readStoredEdition(page, root)).toMatchObject({ fingerprint, broken: [] });
    expect(new Set(network.requested.filter((path) => !NOT_OF_EDITION.has(path)))).toEqual(changedFiles(tree));

    disconnect();
    await goTo(STORY);
    expect(await page.locator("main").innerText()).toContain(ADDED);
    expect(await originOfPage(page)).toMatchObject({ from: "edition" });

    await goTo("/offline/");
    await page.getByRole("button", { name: "Remove download" }).click();
    await expect.poll(() => countStoredFiles(page, root)).toBe(0);
    await page.getByRole("button", { name: "Delete saved pages" }).click();
    await expect.poll(() => page.evaluate(async () => [await indexedDB.databases(), await caches.keys()])).toEqual([[], []]);
  });

  it("goes with a paused download, which can be resumed", async () => {
    const { stores } = device.database;
    const tasks = { keyPath: null, records: device.pausedTask };
    const { page, goTo } = await openRestored({
      ...device,
      database: { ...device.database, stores: { ...stores, tasks } },
    });
    await goTo("/offline/");
    await page.getByRole("heading", { name: "Paused: Everything, with pictures" }).waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByRole("heading", { name: "Saved on this device: Everything, with pictures" }).waitFor();
  });
});

/** The lists, which every update fetches, and the worker, which it registers. */
const NOT_OF_EDITION: ReadonlySet<string> = new Set(["/offline/parts.json", "/edition.json", "/offline-worker.js"]);

/** The addresses of the files that the device does not have. */
function changedFiles(tree: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const stored = new Set(device.database.stores.files?.records.map(([hash]) => hash));
  const files = [...filesOfSelection(tree, POLITICS)].map(([path, bytes]) => [sha256(bytes), path] as const);
  const byHash = new Map(files.filter(([hash]) => !stored.has(hash)).toReversed());
  expect(byHash.size).toBeGreaterThan(0);
  expect(byHash.size).toBeLessThan(files.length);
  return new Set([...byHash.values()].map((path) => `/${path.replace(/(?<=^|\/)index\.html$/, "")}`));
}
