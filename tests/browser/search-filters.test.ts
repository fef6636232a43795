import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addressedSearch, cards, field, lists, settled, sharedSearchPage, summary } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const startAt = sharedSearchPage(publication);

describe("the filters", () => {
  it("show facet counts, and leave as many stories", async () => {
    const { page } = await startAt("?q=trade");
    const politics = await countOf(page, "Politics");
    const ofTopic = await countIn(page, "Topic", "Energy");
    const ofAuthor = await countIn(page, "Author", "Markets desk");
    const ofYear = await countIn(page, "Year", "2025");
    const choices = [
      [() => choose(page, "Politics"), politics],
      [() => select(page, "Topic", "energy"), ofTopic],
      [() => select(page, "Author", "markets-desk"), ofAuthor],
      [() => select(page, "Year", "2025"), ofYear],
    ] as const;
    for (const [apply, count] of choices) {
      expect(count).toBeGreaterThan(0);
      await startAt("?q=trade");
      await apply();
      await expect.poll(() => summary(page).textContent()).toBe(`${count === 1 ? "1 story" : `${count} stories`} for “trade”`);
    }
  });

  it("update their counts with every other filter, and can still be set to a choice without stories", async () => {
    const { page } = await startAt("?q=trade");
    await settled(page);
    const before = await countOf(page, "Technology");
    await select(page, "Topic", "energy");
    await expect.poll(() => countOf(page, "Technology")).toBe(0);
    expect(before).toBeGreaterThan(0);
    await choose(page, "Technology");
    await page.getByText("No results for “trade”").waitFor();
    expect(addressedSearch(page)).toBe("?q=trade&section=technology&topic=energy");
  });

  it("show no counts without a search", async () => {
    const { page } = await startAt();
    expect(await page.getByRole("group", { name: "Section" }).textContent()).not.toMatch(/\d/);
    await field(page).fill("trade");
    await expect.poll(() => countOf(page, "Politics")).toBeGreaterThan(0);
    await field(page).fill("");
    await expect.poll(() => page.getByRole("group", { name: "Section" }).textContent()).not.toMatch(/\d/);
  });

  it("match without words, newest first", async () => {
    const { page } = await startAt();
    await choose(page, "Politics");
    await cards(page).first().waitFor();
    await settled(page);
    expect(await summary(page).textContent()).toMatch(/^\d+ stories$/);
    const dates = await cards(page)
      .locator("time")
      .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(await lists(page).count()).toBe(0);
  });

  it("include a year, which sets its months, and shows if months are no year", async () => {
    const { page } = await startAt("?q=trade");
    await cards(page).first().waitFor();
    const year = page.getByRole("combobox", { name: "Year" });
    await year.selectOption("2025");
    await expect.poll(() => addressedSearch(page)).toBe("?q=trade&from=2025-01&to=2025-12");
    expect(await page.getByLabel("From").inputValue()).toBe("2025-01");
    await page.getByLabel("To", { exact: true }).fill("2026-03");
    await page.getByLabel("To", { exact: true }).blur();
    await expect.poll(() => addressedSearch(page)).toBe("?q=trade&from=2025-01&to=2026-03");
    expect(await year.inputValue()).toBe("months");
    await year.selectOption("");
    await expect.poll(() => addressedSearch(page)).toBe("?q=trade");
    expect(await page.getByLabel("From").inputValue()).toBe("");
  });

  it("sort stories by date", async () => {
    const { page } = await startAt("?q=trade&sort=oldest");
    await cards(page).first().waitFor();
    await settled(page);
    const dates = await cards(page)
      .locator("time")
      .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
    expect(dates).toEqual(dates.toSorted());
  });

  it("are cleared together, but not words and order", async () => {
    const { page } = await startAt("?q=trade&sort=newest");
    const clear = page.getByRole("button", { name: "Clear filters" });
    await settled(page);
    expect(await clear.count()).toBe(0);
    await choose(page, "Politics");
    await select(page, "Topic", "trade");
    await clear.click();
    await expect.poll(() => addressedSearch(page)).toBe("?q=trade&sort=newest");
    expect(await page.getByRole("radio", { name: "All sections" }).isChecked()).toBe(true);
    expect(await page.getByRole("combobox", { name: "Topic" }).inputValue()).toBe("");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("section");
  });

  it("show unknown choices of the address as chosen, match nothing, and can be cleared", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/?q=trade&section=nonsense&topic=gossip&author=nobody&from=1999-01&to=1999-12");
    await summary(page).getByText("No results for “trade”").waitFor();
    expect(await page.getByRole("radio", { name: "nonsense" }).isChecked()).toBe(true);
    expect(await page.getByRole("combobox", { name: "Topic" }).inputValue()).toBe("gossip");
    expect(await page.getByRole("combobox", { name: "Author" }).inputValue()).toBe("nobody");
    expect(await page.getByLabel("From").inputValue()).toBe("1999-01");
    await page.getByRole("region", { name: "Results" }).getByRole("button", { name: "Clear filters" }).click();
    await cards(page).first().waitFor();
    expect(addressedSearch(page)).toBe("?q=trade");
    expect(await page.getByRole("radio", { name: "nonsense" }).count()).toBe(0);
    expect(await page.getByRole("combobox", { name: "Topic" }).locator("option[value=gossip]").count()).toBe(0);
  });

  it("can be operated by keyboard", async () => {
    const { page } = await startAt("?q=trade");
    await cards(page).first().waitFor();
    await page.getByRole("radio", { name: "All sections" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => addressedSearch(page)).toBe("?q=trade&section=politics");
    const outline = await page
      .locator("label", { has: page.getByRole("radio", { name: "Politics" }) })
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    expect(outline).toBe("solid");
  });
});

describe("on a phone", () => {
  const phone = { viewport: { width: 390, height: 844 } };

  it("the filters are in a disclosure, which counts those chosen", async () => {
    const { page, goTo } = await publication.tab(phone);
    await goTo("search/?q=trade&section=politics&topic=trade");
    await settled(page);
    const disclosure = page.locator("summary", { hasText: "Filters" });
    expect(await disclosure.textContent()).toBe("Filters 2 chosen");
    expect(await page.getByRole("combobox", { name: "Topic" }).isVisible()).toBe(false);
    await disclosure.press("Enter");
    expect(await page.getByRole("combobox", { name: "Topic" }).isVisible()).toBe(true);
    await choose(page, "All sections");
    await expect.poll(() => disclosure.textContent()).toBe("Filters 1 chosen");
    expect(await page.getByRole("combobox", { name: "Topic" }).isVisible()).toBe(true);
  });

  it("nothing scrolls sideways, and every target is large enough", async () => {
    const { page, goTo } = await publication.tab({ viewport: { width: 320, height: 800 } });
    await goTo("search/?q=trade");
    await cards(page).first().waitFor();
    await page.locator("summary", { hasText: "Filters" }).click();
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
    const small = await page.locator("#search_page").evaluate((part) =>
      [...part.querySelectorAll("button, select, summary, label.filter-choice, input:not([type=radio]), .best-part a")]
        .filter((target) => target.checkVisibility())
        .filter((target) => target.getBoundingClientRect().height < 24)
        .map((target) => target.outerHTML),
    );
    expect(small).toEqual([]);
  });
});

it("on a wide screen the filters are beside the stories, before and after the script is loaded", async () => {
  const { page, addressOf } = await publication.tab();
  const script = Promise.withResolvers<void>();
  await page.route(/\/search-page-\w+\.js$/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(addressOf("search/?q=trade"), { waitUntil: "commit" });
  const topic = page.getByRole("combobox", { name: "Topic" });
  await topic.waitFor();
  script.resolve();
  await cards(page).first().waitFor();
  const [filter, card] = [await topic.boundingBox(), await cards(page).first().boundingBox()];
  expect((filter?.x ?? 0) + (filter?.width ?? 0)).toBeLessThan(card?.x ?? 0);
  expect(await page.locator("summary", { hasText: "Filters" }).isVisible()).toBe(false);
});

async function choose(page: Page, section: string): Promise<void> {
  await page.getByRole("group", { name: "Section" }).getByText(section, { exact: true }).click();
}

async function select(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole("combobox", { name }).selectOption(value);
}

/** The facet count of a section. */
async function countOf(page: Page, section: string): Promise<number> {
  const label = page.locator("label", { has: page.getByRole("radio", { name: section }) });
  return Number((await label.locator(".count").textContent()) || Number.NaN);
}

/** The facet count of an option. */
async function countIn(page: Page, name: string, option: string): Promise<number> {
  const text = await page.getByRole("combobox", { name }).locator("option", { hasText: option }).textContent();
  return Number(text?.match(/\((\d+)\)$/)?.[1]);
}
