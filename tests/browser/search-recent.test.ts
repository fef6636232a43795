import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { addressedSearch, cards, field, focused, settled, sharedSearchPage, summary } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const startAt = sharedSearchPage(publication);

it("submitted searches are listed, newest first; those only typed are not", async () => {
  const { page, goTo } = await startAt();
  expect(await page.getByRole("region", { name: "Recent searches" }).count()).toBe(0);
  await field(page).fill("brent");
  await field(page).press("Enter");
  await field(page).fill("inverted yield");
  await cards(page).getByRole("link", { name: "What an inverted yield curve says" }).click();
  await page.waitForURL("**/what-an-inverted-yield-curve-says/**");
  await goTo("search/");
  await field(page).fill("only typed");
  await settled(page);
  await field(page).fill("");
  expect(await recent(page)).toEqual(["inverted yield", "brent"]);
  await page.getByRole("link", { name: "brent", exact: true }).click();
  await summary(page).getByText("for “brent”").waitFor();
  expect([addressedSearch(page), await field(page).inputValue()]).toEqual(["?q=brent", "brent"]);
  await page.goBack();
  await expect.poll(() => recent(page)).toEqual(["brent", "inverted yield"]);
});

it("eight are stored, and can be cleared together", async () => {
  const { page } = await startAt();
  for (let count = 1; count <= 9; count += 1) {
    await field(page).fill(`word ${count}`);
    await field(page).press("Enter");
  }
  await field(page).fill("");
  expect(await recent(page)).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((count) => `word ${count}`));
  await page.getByRole("button", { name: "Clear recent searches" }).press("Enter");
  expect(await recent(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search_results");
  await page.reload();
  await page.getByText("or browse the lists below").waitFor();
  expect(await recent(page)).toEqual([]);
});

it("the dialog suggests, stores and clears the same", async () => {
  const { page, goTo } = await publication.tab();
  const dialog = page.getByRole("dialog", { name: "Search" });
  await goTo(STORY);
  await page.keyboard.press("Control+k");
  await dialog.waitFor();
  await page.keyboard.type("yield curve");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=yield+curve");
  await goTo(STORY);
  await page.keyboard.press("Control+k");
  const group = dialog.getByRole("group", { name: "Recent searches" });
  await group.waitFor();
  expect(await group.getByRole("option").allTextContents()).toEqual([expect.stringMatching(/^yield curve/)]);
  await dialog.getByRole("button", { name: "Clear recent searches" }).click();
  expect(await group.count()).toBe(0);
  expect(await focused(page)).toBe("Search all stories");
});

it("search works if the browser denies storage", async () => {
  const { page, troubles, goTo } = await publication.tab();
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException("Denied", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: deny });
  });
  await goTo("search/");
  await field(page).fill("brent");
  await field(page).press("Enter");
  await cards(page).first().waitFor();
  await field(page).fill("");
  await page.getByText("or browse the lists below").waitFor();
  expect(troubles).toEqual([]);
});

it("the layout does not shift when they are shown", async () => {
  const { page, goTo } = await publication.tab({ viewport: { width: 390, height: 844 } });
  const top = () => page.getByRole("heading", { name: "Newest stories" }).evaluate((list) => list.getBoundingClientRect().top);
  await goTo("search/");
  const without = await top();
  await page.evaluate(() => {
    const queries = ["a query of many words that is longer than others", "brent", "yield curve", "trade", "cables", "zones"];
    localStorage.setItem("recent-searches", JSON.stringify(queries));
  });
  await page.reload();
  await page.getByRole("region", { name: "Recent searches" }).waitFor();
  expect(await top()).toBe(without);
});

function recent(page: Page): Promise<readonly string[]> {
  return page.getByRole("region", { name: "Recent searches" }).getByRole("link").allTextContents();
}
