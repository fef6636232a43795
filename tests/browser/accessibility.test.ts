import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsInEveryLook } from "./axe.ts";
import { PAGE_KINDS, STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

describe("axe finds no fault, light or dark, wide or narrow,", () => {
  const visit = publication.sharedVisit();

  it.each(Object.entries(PAGE_KINDS))("on %s", async (_, path) => {
    const { page, goTo } = visit();
    await goTo(path);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("with the menu open", async () => {
    const { page, goTo } = await publication.visit();
    await goTo(STORY);
    await page.locator("summary", { hasText: "Menu" }).click();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("with the newsletter’s dialog open", async () => {
    const { page, goTo } = await publication.visit();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("with stories found in the search’s dialog", async () => {
    const { page, goTo } = await publication.visit();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await page.getByRole("dialog").getByRole("searchbox").fill("yield curve");
    await page.getByRole("dialog").getByRole("article").first().waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("with stories found on the search page", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("search/?q=yield+curve");
    await page.getByRole("main").getByRole("article").first().waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe("in a window 320 pixels wide, as at 400 % on a screen of 1280,", () => {
  const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  const visit = publication.sharedVisit(zoomed);

  it.each(Object.entries(PAGE_KINDS))("%s does not scroll sideways", async (_, path) => {
    const { page, goTo } = visit();
    await goTo(path);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
  });

  it("every link of the menu can be scrolled to", async () => {
    const { page, goTo } = visit();
    await goTo(STORY);
    await page.locator("summary").click();
    expect(await beyondReach(page, page.getByRole("navigation", { name: "Menu" }))).toEqual([]);
  });

  it("every story found in the search’s dialog can be scrolled to", async () => {
    const { page, goTo } = visit();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("searchbox").fill("month");
    await dialog.getByRole("article").first().waitFor();
    expect(await beyondReach(page, dialog)).toEqual([]);
  });
});

/** The links within `part` that remain outside the window, in part or whole, when they are scrolled to. */
async function beyondReach(page: Page, part: Locator): Promise<readonly string[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const beyond: string[] = [];
  for (const link of await part.getByRole("link").all()) {
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    const isWithin = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    if (!isWithin) beyond.push((await link.textContent()) ?? "");
  }
  return beyond;
}
