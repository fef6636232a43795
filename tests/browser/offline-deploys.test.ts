import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { readTree, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { offlineVisits, waitForWorker } from "./offline-visit.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { revisedEdition } from "./revised-edition.ts";

const first = readTree(inject("siteFolder"));
const named = (kind: RegExp): string => /[^/]*$/.exec([...first.keys()].find((path) => kind.test(path)) ?? "")?.[0] ?? "";
const stylesheet = named(/^assets\/site-[0-9a-f]+\.css$/);
const script = named(/^assets\/site-[0-9A-Z]+\.js$/);
const dialog = named(/^assets\/search-dialog-/);

/** An edition with other pages, styles and scripts under other names. The host no longer has the former ones. */
function deployed(name: string): ReadonlyMap<string, Buffer> {
  const renamed = (text: string): string =>
    text
      .replaceAll(stylesheet, `site-${name}.css`)
      .replaceAll(script, `site-${name}.js`)
      .replaceAll(dialog, `search-dialog-${name}.js`)
      .replace("</main>", `<p class="edition">${name}</p></main>`);
  const written = [...first].map(([path, bytes]): [string, Buffer] => [
    renamed(path),
    /\.(?:html|js)$/.test(path) ? Buffer.from(renamed(bytes.toString())) : bytes,
  ]);
  return revisedEdition(new Map(written), name, "2026-11-21T09:00:00-05:00", new Map());
}

/** The edition of a page, according to its text and its styles, and whether these have loaded. */
async function editionOf(page: Page) {
  return page.evaluate(() => {
    const [sheet] = document.styleSheets;
    const text = document.querySelector(".edition")?.textContent ?? "first";
    const hasStyles = sheet !== undefined && sheet.cssRules.length > 0;
    return { text, styles: /site-(.*)\.css$/.exec(sheet?.href ?? "")?.[1], hasStyles };
  });
}

/** Whether a later worker waits for the pages of the present one to be closed. */
async function isWorkerWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
}

describe("three open tabs during two deployments", () => {
  const open = offlineVisits();
  const servers: FolderServer[] = [];
  beforeAll(async () => {
    for (const name of ["second", "third"]) {
      const folder = temporaryFolder();
      writeTree(folder, deployed(name));
      servers.push(await serveFolder(folder, 0, "/", shippedRules(inject("siteFolder"))));
    }
  });
  afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

  it("keep working, never mix two editions, and never reload; the last worker takes over when they are closed", async () => {
    const visit = await open();
    const { page, network } = visit;
    const context = page.context();
    const tabs = [page, await context.newPage(), await context.newPage()];
    const visits = new Map<Page, number>(tabs.map((tab) => [tab, 0]));
    for (const tab of tabs) tab.on("domcontentloaded", () => visits.set(tab, (visits.get(tab) ?? 0) + 1));
    await page.goto(`${network.origin}/${STORY}`);
    await waitForWorker(visit);
    await tabs[1]?.goto(`${network.origin}/`);
    await tabs[2]?.goto(`${network.origin}/${NEWEST_STORY.path}`);
    const before = stylesheet.slice("site-".length, -".css".length);
    let expected = { text: "first", styles: before, hasStyles: true };
    for (const [index, server] of servers.entries()) {
      network.routeTo([server]);
      for (const tab of tabs) {
        await tab.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.update()));
        expect(await editionOf(tab)).toEqual(expected);
      }
      // Loads a script of its own edition, which the host no longer has.
      await tabs[1]?.keyboard.press("Control+k");
      await tabs[1]?.getByRole("dialog").waitFor();
      await tabs[1]?.keyboard.press("Escape");
      const name = ["second", "third"][index] ?? "";
      expected = { text: name, styles: name, hasStyles: true };
      for (const [at, path] of ["/", `/${STORY}`, "/search/"].entries()) {
        const tab = tabs[at];
        await tab?.goto(network.origin + path);
        expect(tab && (await editionOf(tab))).toEqual(expected);
      }
    }
    expect([...visits.values()]).toEqual([3, 3, 3]);
    expect(await isWorkerWaiting(page)).toBe(true);
    for (const tab of tabs) await tab.close();
    const later = await context.newPage();
    await later.goto(`${network.origin}/`);
    expect(await isWorkerWaiting(later)).toBe(false);
  });
});
