import { beforeAll, describe, expect, it } from "vitest";
import { arriveLate, FONTS_AND_IMAGES, layoutShifts, scrollToEnd, watchLayout } from "./layout-shift.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

/** Wide windows are part of the visit to every kind of page. */
const NARROW_PAGES = { "the home page": "", "a section": "politics/", "a story": STORY, "the offline page": "offline/" };
const SCRIPT = /\/site-\w+\.js$/;

describe("in a window 320 pixels wide", () => {
  const visit = publication.sharedVisit({ viewport: { width: 320, height: 800 } });
  beforeAll(() => watchLayout(visit().page));

  it.each(Object.entries(NARROW_PAGES))("nothing shifts on %s when fonts and images come late", async (_, path) => {
    const { page, addressOf } = visit();
    await arriveLate(page, addressOf(path), FONTS_AND_IMAGES);
    await scrollToEnd(page);
    expect(await layoutShifts(page)).toEqual([]);
  });
});

describe("two hours after the newest story", () => {
  const visit = publication.sharedVisit();

  beforeAll(async () => {
    const { page } = visit();
    await page.clock.setFixedTime(NEWEST_STORY.published + 2 * 3_600_000);
    await watchLayout(page);
    await page.route(SCRIPT, async (route) => {
      await page.waitForFunction(() => document.readyState === "interactive" && document.styleSheets.length > 0, undefined, {
        polling: 10,
      });
      await route.continue();
    });
  });

  it.each([
    ["", 320],
    ["", 1280],
    [NEWEST_STORY.path, 320],
    [NEWEST_STORY.path, 1280],
  ])("nothing shifts on /%s when dates become relative, in a window %d pixels wide", async (path, width) => {
    const { page, goTo } = visit();
    await page.setViewportSize({ width, height: 800 });
    await goTo(path);
    expect(await page.locator("time", { hasText: "2 hours ago" }).count()).toBe(1);
    expect(await layoutShifts(page)).toEqual([]);
  });
});

describe("a search that comes with the address", () => {
  const visit = publication.sharedVisit();
  beforeAll(() => watchLayout(visit().page));

  it.each([
    ["hormuz", 320],
    ["hormuz", 1280],
    ["zyzzyva", 320],
    ["zyzzyva", 1280],
  ])("for %s shifts nothing, in a window %d pixels wide", async (word, width) => {
    const { page, addressOf } = visit();
    await page.setViewportSize({ width, height: 800 });
    await arriveLate(page, addressOf(`search/?q=${word}`), /\/search-page-\w+\.js$/);
    await page.getByRole("status").getByText(word).waitFor();
    expect(await layoutShifts(page)).toEqual([]);
  });
});
