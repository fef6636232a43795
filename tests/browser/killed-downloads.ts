import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { readTree, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startKillableBrowser } from "./killable-browser.ts";
import { type Network, openNetwork } from "./network.ts";
import { revisedEdition, withReplaced } from "./revised-edition.ts";
import { readStoredEdition } from "./stored-edition.ts";

/** When to kill the browser: after a share of the requests of a download, or once it requests nothing more. */
export interface Kill {
  readonly after: number | "last request";
  readonly delayMs: number;
}

/** Kills during a download and then during an update. */
export interface Kills {
  readonly download: readonly Kill[];
  readonly update: readonly Kill[];
}

/**
 * Serves two editions to the tests of one file. The returned function downloads the first and updates to the second, in browsers
 * that are killed again and again. It expects one complete edition or none after every kill, and both to be completed in the end.
 */
export function killedDownloads(): (kills: Kills) => Promise<void> {
  const before = readTree(inject("siteFolder"));
  const pages = [...before.keys()].filter((path) => path.endsWith("index.html") && !path.startsWith("offline/"));
  const changed = new Map(pages.map((path) => withReplaced(before, path, "</main>", "<p>Revised.</p></main>")));
  const after = revisedEdition(before, "after", "2026-11-20T09:00:00-05:00", changed);
  const fingerprint: string = JSON.parse(before.get("offline/parts.json")?.toString() ?? "").fingerprint;
  let servers: readonly FolderServer[] = [];
  beforeAll(async () => {
    const revised = temporaryFolder();
    writeTree(revised, after);
    servers = await Promise.all(
      [inject("siteFolder"), revised].map((folder) => serveFolder(folder, 0, "/", shippedRules(folder))),
    );
  });
  afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

  return async (kills) => {
    const [old, revised] = servers;
    if (!old || !revised) throw new Error("Nothing is served.");
    const profile = temporaryFolder();
    const network = await openNetwork([old]);
    onTestFinished(() => network.close());
    const download = await runWithKills(profile, network, "Download", before.size / 2, kills.download);
    expect(download.found.filter((found) => found !== undefined && found !== fingerprint)).toEqual([]);
    expect(download.last).toBe(fingerprint);
    network.routeTo([revised]);
    const update = await runWithKills(profile, network, "Update", pages.length, kills.update);
    expect(update.found.filter((found) => found !== fingerprint && found !== "after")).toEqual([]);
    expect(update.last).toBe("after");
  };
}

/** Starts a download, kills the browser, and repeats that. Returns the editions found after each kill, and in the end. */
async function runWithKills(profile: string, network: Network, button: string, requestCount: number, kills: readonly Kill[]) {
  const found: (string | undefined)[] = [];
  for (const [index, { after, delayMs }] of kills.entries()) {
    const { page, kill } = await startKillableBrowser(profile);
    network.simulate(() => undefined);
    found.push(await findEdition(page, network));
    const reached = after === "last request" ? untilIdle(network) : stallAfter(network, after * requestCount);
    await page.goto(`${network.origin}/offline/`, { waitUntil: "commit" });
    if (index === 0) await page.getByRole("button", { name: button }).click();
    await reached;
    await pause(delayMs);
    await kill();
  }
  const { page, kill } = await startKillableBrowser(profile);
  network.simulate(() => undefined);
  found.push(await findEdition(page, network));
  await page.goto(`${network.origin}/offline/`);
  await page.getByRole("heading", { name: /^Saved on this device/ }).waitFor();
  await expect.poll(() => page.getByRole("heading", { name: /^Downloading/ }).count()).toBe(0);
  const last = await findEdition(page, network);
  await kill();
  return { found, last };
}

/** The fingerprint of the stored edition, which must be complete. */
async function findEdition(page: Page, { origin }: Network): Promise<string | undefined> {
  await page.goto(`${origin}/privacy/`);
  const stored = await readStoredEdition(page, `${origin}/`);
  expect(stored?.broken ?? []).toEqual([]);
  return stored?.fingerprint;
}

/** Answers a number of requests, and then none. */
async function stallAfter(network: Network, count: number): Promise<void> {
  network.requested.length = 0;
  network.simulate(() => (network.requested.length > count ? { delayMs: 600_000 } : undefined));
  await expect.poll(() => network.requested.length, { interval: 5 }).toBeGreaterThan(count);
}

/** Waits until the download requests nothing more: what is left happens within the browser. */
async function untilIdle(network: Network): Promise<void> {
  await expect.poll(() => network.requested.includes("/edition.json"), { interval: 5 }).toBe(true);
  for (let count = -1; count !== network.requested.length; await pause(60)) count = network.requested.length;
}
