import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { readTree, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { heldEdition } from "./kept-edition.ts";
import { startKillableBrowser } from "./killable-browser.ts";
import { type Line, openLine } from "./line.ts";
import { revisedEdition, rewritten } from "./revised-edition.ts";

const TIMES = 10;
const before = readTree(inject("siteFolder"));
const pages = [...before.keys()].filter((path) => path.endsWith("index.html") && !path.startsWith("offline/"));
const after = revisedEdition(
  before,
  "after",
  "2026-11-20T09:00:00-05:00",
  new Map(pages.map((path) => rewritten(before, path, "</main>", "<p>Revised.</p></main>"))),
);
const fingerprintBefore: string = JSON.parse(before.get("offline/parts.json")?.toString() ?? "").fingerprint;

/** What a reader who opens the browser anew finds: no edition, or a whole one. */
async function foundEdition(page: Page, { origin }: Line): Promise<string | undefined> {
  await page.goto(`${origin}/privacy/`);
  const held = await heldEdition(page, `${origin}/`);
  expect(held?.broken ?? []).toEqual([]);
  return held?.fingerprint;
}

/** Lets so many more requests through, then none, until the browser is killed. */
async function stallAfter(line: Line, count: number): Promise<void> {
  line.asked.length = 0;
  line.suffer(() => (line.asked.length > count ? { delayMs: 600_000 } : undefined));
  await expect.poll(() => line.asked.length, { interval: 5 }).toBeGreaterThan(count);
}

/** Waits until nothing more is asked for: what is left to be done is done within the browser. */
async function untilSilent(line: Line, first: string): Promise<void> {
  await expect.poll(() => line.asked.includes(first), { interval: 5 }).toBe(true);
  for (let asked = -1; asked !== line.asked.length; await pause(60)) asked = line.asked.length;
}

/** Has a save or an update begin, and kills the browser in it so many times. Gives what was found each time, and in the end. */
async function killAgainAndAgain(profile: string, line: Line, button: string, files: number) {
  const found: (string | undefined)[] = [];
  for (let time = 0; time < TIMES; time++) {
    const { page, kill } = await startKillableBrowser(profile);
    line.suffer(() => undefined);
    found.push(await foundEdition(page, line));
    const stalled = time < TIMES - 2 ? stallAfter(line, files / TIMES) : untilSilent(line, "/edition.json");
    await page.goto(`${line.origin}/offline/`, { waitUntil: "commit" });
    if (time === 0) await page.getByRole("button", { name: button }).click();
    await stalled;
    await pause(time * 5);
    await kill();
  }
  const { page, kill } = await startKillableBrowser(profile);
  line.suffer(() => undefined);
  found.push(await foundEdition(page, line));
  await page.goto(`${line.origin}/offline/`);
  await page.getByRole("heading", { name: /^On this device/ }).waitFor();
  await expect.poll(() => page.getByRole("heading", { name: /^Taking along/ }).count()).toBe(0);
  const last = await foundEdition(page, line);
  await kill();
  return { found, last };
}

describe("a browser that is killed again and again", () => {
  let servers: readonly FolderServer[] = [];
  beforeAll(async () => {
    const revised = temporaryFolder();
    writeTree(revised, after);
    servers = await Promise.all(
      [inject("siteFolder"), revised].map((folder) => serveFolder(folder, 0, "/", shippedRules(folder))),
    );
  });
  afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

  it(`${TIMES} times in a save and ${TIMES} times in an update, has one edition whole or none, and ends both`, async () => {
    const [old, revised] = servers;
    if (!old || !revised) throw new Error("Nothing is served.");
    const profile = temporaryFolder();
    const line = await openLine([old]);
    onTestFinished(() => line.close());
    const save = await killAgainAndAgain(profile, line, "Take it along", before.size / 2);
    expect(save.found.filter((found) => found !== undefined && found !== fingerprintBefore)).toEqual([]);
    expect(save.last).toBe(fingerprintBefore);
    line.leadTo([revised]);
    const update = await killAgainAndAgain(profile, line, "Update", pages.length);
    expect(update.found.filter((found) => found !== fingerprintBefore && found !== "after")).toEqual([]);
    expect(update.last).toBe("after");
  });
});
