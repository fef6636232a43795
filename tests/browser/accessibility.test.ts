import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

describe("axe finds no violation, light or dark, wide or narrow,", () => {
  const visit = publication.sharedVisit();

  /** A page in a wide window, with these recent searches. */
  async function open(path: string, recentSearches: readonly string[] = []): Promise<Page> {
    const { page, goTo } = visit();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
    await goTo("robots.txt");
    await page.evaluate((searches) => {
      localStorage.clear();
      if (searches.length > 0) localStorage.setItem("recent-searches", JSON.stringify(searches));
    }, recentSearches);
    await goTo(path);
    return page;
  }

  it("with the menu open", async () => {
    const page = await open(STORY);
    await page.locator("summary", { hasText: "Menu" }).click();
    expect(await axeViolations(page)).toEqual([]);
  });

  it("with the newsletter’s dialog open", async () => {
    const page = await open(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("with the search dialog open, and with its suggestions", async () => {
    const page = await open(STORY, ["brent", "yield curve"]);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("option").nth(8).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.type("mark");
    await dialog.getByRole("group", { name: "Stories" }).waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([
    ["stories found", "yield+curve&section=economy"],
    ["stories that hold some of the words", "brent+zyzzyva"],
    ["nothing found, and a question", "brnt"],
    ["a filter that does not exist", "trade&section=nonsense"],
  ])("with %s on the search page", async (_, query) => {
    const page = await open(`search/?q=${query}`);
    await page.locator("#search_results[aria-busy=false]").waitFor();
    await page.locator("summary", { hasText: "How to search" }).click();
    await page.locator(".search-filters").evaluate((filters: HTMLDetailsElement) => {
      filters.open = true;
    });
    expect(await axeViolations(page)).toEqual([]);
  });

  it("with recent searches on the search page, and with a search that fails", async () => {
    const page = await open("search/", ["brent", "yield curve"]);
    await page.getByRole("region", { name: "Recent searches" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.route("**/pagefind/**", (route) => route.abort());
    await visit().goTo("search/?q=brent");
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe("in a window 320 pixels wide, as at 400 % on a screen of 1280,", () => {
  const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  const visit = publication.sharedVisit(zoomed);

  it("every link of the menu can be scrolled to", async () => {
    const { page, goTo } = visit();
    await goTo(STORY);
    await page.locator("summary").click();
    expect(await beyondReach(page, page.getByRole("navigation", { name: "Menu" }).getByRole("link"))).toEqual([]);
  });

  it("the search page does not scroll sideways with stories found and filters open", async () => {
    const { page, goTo } = await publication.tab(zoomed);
    await goTo("search/?q=disengagement+agreement&from=2020-01");
    await page.getByRole("main").getByRole("article").first().waitFor();
    for (const name of ["How to search", "Filters"]) await page.locator("summary", { hasText: name }).click();
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
  });

  it("every suggestion of the search dialog can be scrolled to", async () => {
    const { page, goTo } = visit();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").fill("mark");
    await dialog.getByRole("option", { name: /^All results for “mark” \d+ stories/ }).waitFor();
    expect(await dialog.getByRole("option").count()).toBeGreaterThan(4);
    // Options are replaced while older years join the results.
    const unreachable = () => beyondReach(page, dialog.getByRole("option")).catch(() => ["an option that was replaced"]);
    await expect.poll(unreachable).toEqual([]);
  });
});

describe("with forced colours", () => {
  it("matched words, the selected section and the selected suggestion are visibly different from others", async () => {
    const { page, goTo } = await publication.tab({ forcedColors: "active", colorScheme: "dark" });
    await goTo("search/?q=yield+curve&section=economy");
    const mark = page.getByRole("main").locator("mark").first();
    await mark.waitFor();
    const style = await mark.evaluate((element) => {
      const { color, backgroundColor, textDecorationLine } = getComputedStyle(element);
      return { color, backgroundColor, textDecorationLine };
    });
    expect(style.textDecorationLine).toBe("underline");
    expect(["rgba(0, 0, 0, 0)", style.color]).not.toContain(style.backgroundColor);
    const borders = await page
      .locator(".filter-choice")
      .evaluateAll((labels) => labels.map((label) => getComputedStyle(label).borderInlineStartStyle));
    expect(borders.filter((style) => style === "solid").length).toBe(1);
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await page.getByRole("option").nth(3).waitFor();
    await page.keyboard.press("ArrowDown");
    const outlines = await page
      .getByRole("option")
      .evaluateAll((options) => options.map((option) => getComputedStyle(option).outlineStyle));
    expect(outlines.filter((style) => style === "solid").length).toBe(1);
  });
});

/** The links that remain outside the window, in part or whole, when they are scrolled to. */
async function beyondReach(page: Page, links: Locator): Promise<readonly string[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const beyond: string[] = [];
  for (const link of await links.all()) {
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    const isWithin = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    if (!isWithin) beyond.push((await link.textContent()) ?? "");
  }
  return beyond;
}
