import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { field, settled } from "./search-visit.ts";
import { translatePages, untranslatedTexts } from "./translation.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

type Step = readonly [what: string, act: (page: Page) => Promise<unknown>];

const SEARCHES: readonly Step[] = [
  ["another query", (page) => field(page).fill("trade")],
  ["a query of which stories match some words", (page) => field(page).fill("brent zyzzyva")],
  ["the query before", (page) => field(page).fill("brent")],
  ["a misspelt query", (page) => field(page).fill("brnt")],
  ["the query as it was typed", (page) => page.locator(".search-suggestion a").click()],
  ["a filter", (page) => page.locator(".filter-choice", { hasText: "Technology" }).click()],
  ["no filter", (page) => page.getByRole("button", { name: "Clear filters" }).last().click()],
  ["a query with more results than are shown", (page) => field(page).fill("month")],
  ["more of them", (page) => page.getByRole("button", { name: "Show more stories" }).click()],
  ["nothing found", (page) => field(page).fill("漢字")],
  ["no query", (page) => field(page).fill("")],
  ["Back", (page) => page.goBack()],
];

it("a translated search page shows and announces the results of every search, as one that is not translated", async () => {
  const plain = await publication.tab();
  const translated = await publication.tab();
  await translatePages(translated.page);
  for (const { goTo } of [plain, translated]) await goTo("search/?q=brent");
  for (const [what, act] of [["the first query", async () => {}] as Step, ...SEARCHES]) {
    for (const { page } of [plain, translated]) {
      await page.bringToFront();
      await act(page);
      await settled(page);
    }
    expect(await textOf(translated.page, "#search_page form"), what).toBe(await textOf(plain.page, "#search_page form"));
    expect(await textOf(translated.page, "#search_results"), what).toBe(await textOf(plain.page, "#search_results"));
    await expectSameStatus(plain.page, translated.page, "#search_page > [role=status]");
    expect(await untranslatedTexts(translated.page), what).toEqual([]);
  }
  expect([...plain.troubles, ...translated.troubles]).toEqual([]);
});

const TYPED: readonly Step[] = [
  ["a query", (page) => page.keyboard.type("mark")],
  ["a selected suggestion", (page) => page.keyboard.press("ArrowDown")],
  ["a longer query", (page) => page.keyboard.type("et")],
  ["a misspelt query", (page) => dialogField(page).fill("brnt")],
  ["nothing found", (page) => dialogField(page).fill("漢字")],
  ["a query with results", (page) => dialogField(page).fill("brent")],
  ["no query", (page) => dialogField(page).fill("")],
];

it("a translated search dialog shows and announces the suggestions for what is typed", async () => {
  const plain = await publication.tab();
  const translated = await publication.tab();
  await translatePages(translated.page);
  for (const { page, goTo } of [plain, translated]) {
    await goTo(STORY);
    await page.bringToFront();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
  }
  for (const [what, act] of TYPED) {
    for (const { page } of [plain, translated]) {
      await page.bringToFront();
      await act(page);
      await page.locator("#search_offers[aria-busy=false]").waitFor({ state: "attached" });
    }
    expect(await textOf(translated.page, "#search_offers"), what).toBe(await textOf(plain.page, "#search_offers"));
    await expectSameStatus(plain.page, translated.page, "#search_dialog > [role=status]");
    expect(await textOf(translated.page, "#search_dialog"), what).toBe(await textOf(plain.page, "#search_dialog"));
    expect(await untranslatedTexts(translated.page), what).toEqual([]);
  }
  expect([...plain.troubles, ...translated.troubles]).toEqual([]);
});

it("a translated search dialog says if it fails to load, and searches after a retry", async () => {
  const { page, goTo } = await publication.tab();
  await translatePages(page);
  await goTo(STORY);
  await page.route("**/pagefind/**", (route) => route.abort());
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Search could not be loaded.").first().waitFor();
  await page.unroute("**/pagefind/**");
  await dialog.getByRole("button", { name: "Try again" }).click();
  await dialog.getByRole("group", { name: "Newest stories" }).waitFor();
  expect(await dialog.getByText("Search could not be loaded.").count()).toBe(0);
});

it("what a search does not change stays translated, and the focus where it is", async () => {
  const { page, goTo } = await publication.tab();
  await translatePages(page);
  await goTo("search/?q=brnt");
  await settled(page);
  await page.locator(".search-suggestion a").focus();
  const kept = await page.locator(".search-suggestion > font").first().elementHandle();
  await page.locator("#search_page").evaluate((root) => root.querySelector("form")?.requestSubmit());
  await settled(page);
  expect(
    await page
      .locator(".search-suggestion > font")
      .first()
      .evaluate((font, before) => font === before, kept),
  ).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("brnt");
});

function dialogField(page: Page) {
  return page.getByRole("dialog").getByRole("combobox");
}

function textOf(page: Page, selector: string): Promise<string | null> {
  return page.locator(selector).textContent();
}

/** Waits for the debounced announcements. */
async function expectSameStatus(plain: Page, translated: Page, selector: string): Promise<void> {
  await plain.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await expect.poll(() => textOf(translated, selector)).toBe(await textOf(plain, selector));
}
