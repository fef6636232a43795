import { describe, expect, it } from "vitest";
import { arriveLate, layoutShifts, readToTheEnd, watchLayout } from "./layout-shift.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

const PAGES = {
  "the front page": "",
  "a section": "politics/",
  "a story": STORY,
  "the search": "search/",
  "the offline page": "offline/",
};
const FONTS_AND_PICTURES = /\.(woff2|avif|webp|png)$/;
const SCRIPT = /\/site-\w+\.js$/;

describe.each([320, 1280])("in a window %d pixels wide", (width) => {
  const viewport = { width, height: 800 };

  it.each(Object.entries(PAGES))("nothing moves on %s when fonts and pictures come late", async (_, path) => {
    const { page, addressOf } = await publication.visit({ viewport });
    await watchLayout(page);
    await arriveLate(page, addressOf(path), FONTS_AND_PICTURES);
    await readToTheEnd(page);
    expect(await layoutShifts(page)).toEqual([]);
  });

  it.each(["", NEWEST_STORY.path])("nothing moves on /%s when dates become relative", async (path) => {
    const { page, goTo } = await publication.visit({ viewport });
    await page.clock.setFixedTime(NEWEST_STORY.published + 2 * 3_600_000);
    await watchLayout(page);
    await page.route(SCRIPT, async (route) => {
      await page.waitForFunction(() => document.readyState === "interactive" && document.styleSheets.length > 0, undefined, {
        polling: 10,
      });
      await route.continue();
    });
    await goTo(path);
    expect(await page.locator("time", { hasText: "2 hours ago" }).count()).toBe(1);
    expect(await layoutShifts(page)).toEqual([]);
  });

  it.each(["hormuz", "zyzzyva"])("nothing moves when a search for %s comes with the address", async (word) => {
    const { page, addressOf } = await publication.visit({ viewport });
    await watchLayout(page);
    await arriveLate(page, addressOf(`search/?q=${word}`), /\/search-page-\w+\.js$/);
    await page.getByRole("status").getByText(word).waitFor();
    expect(await layoutShifts(page)).toEqual([]);
  });
});
