import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { readTree, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { keptReading, stayUntilKept } from "./kept-reading.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { revisedEdition } from "./revised-edition.ts";

const first = readTree(inject("siteFolder"));
const named = (kind: RegExp): string => /[^/]*$/.exec([...first.keys()].find((path) => kind.test(path)) ?? "")?.[0] ?? "";
const stylesheet = named(/^assets\/site-[0-9a-f]+\.css$/);
const script = named(/^assets\/site-[0-9A-Z]+\.js$/);
const dialog = named(/^assets\/search-dialog-/);

/** An edition whose pages, styles and scripts are others, under other names: those of the one before are gone from the host. */
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

/** Which edition a page is of, by its words and by its styles, and whether these have come. */
async function editionOf(page: Page) {
  return page.evaluate(() => {
    const [sheet] = document.styleSheets;
    const words = document.querySelector(".edition")?.textContent ?? "first";
    const hasStyles = sheet !== undefined && sheet.cssRules.length > 0;
    return { words, styles: /site-(.*)\.css$/.exec(sheet?.href ?? "")?.[1], hasStyles };
  });
}

describe("three open tabs, while the publication is deployed twice", () => {
  const open = keptReading();
  const servers: FolderServer[] = [];
  beforeAll(async () => {
    for (const name of ["second", "third"]) {
      const folder = temporaryFolder();
      writeTree(folder, deployed(name));
      servers.push(await serveFolder(folder, 0, "/", shippedRules(inject("siteFolder"))));
    }
  });
  afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

  it("go on as they are, and never show a page of one edition with the files of another, nor load twice", async () => {
    const reading = await open();
    const { page, line } = reading;
    const tabs = [page, await page.context().newPage(), await page.context().newPage()];
    const visits = new Map<Page, number>(tabs.map((tab) => [tab, 0]));
    for (const tab of tabs) tab.on("domcontentloaded", () => visits.set(tab, (visits.get(tab) ?? 0) + 1));
    await page.goto(`${line.origin}/${STORY}`);
    await stayUntilKept(reading);
    await tabs[1]?.goto(`${line.origin}/`);
    await tabs[2]?.goto(`${line.origin}/${NEWEST_STORY.path}`);
    const before = stylesheet.slice("site-".length, -".css".length);
    let expected = { words: "first", styles: before, hasStyles: true };
    for (const [index, server] of servers.entries()) {
      line.leadTo([server]);
      for (const tab of tabs) {
        await tab.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.update()));
        expect(await editionOf(tab)).toEqual(expected);
      }
      // What the page fetches only now is of the edition that it is from, which the host has no longer.
      await tabs[1]?.keyboard.press("Control+k");
      await tabs[1]?.getByRole("dialog").waitFor();
      await tabs[1]?.keyboard.press("Escape");
      const name = ["second", "third"][index] ?? "";
      expected = { words: name, styles: name, hasStyles: true };
      for (const [at, path] of ["/", `/${STORY}`, "/search/"].entries()) {
        const tab = tabs[at];
        await tab?.goto(line.origin + path);
        expect(tab && (await editionOf(tab))).toEqual(expected);
      }
    }
    expect([...visits.values()]).toEqual([3, 3, 3]);
  });
});
