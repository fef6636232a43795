import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { servePublication } from "./visit.ts";

const publication = servePublication();

const namesIn = (table: Locator) => table.locator("tbody th a").allTextContents();
const isAscending = (values: readonly number[]) => values.every((value, at) => at === 0 || (values[at - 1] ?? 0) <= value);

describe("the market board", () => {
  it("sorts by a column, in both directions, by mouse and keyboard", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("market-data/");
    const table = page.getByRole("table", { name: "Currencies" });
    const published = await namesIn(table);
    const latest = table.getByRole("columnheader", { name: "Latest" });
    const values = async () =>
      (await table.locator("tbody tr td:nth-child(2)").allTextContents()).map((text) => Number(text.replace(",", "")));

    await latest.getByRole("button").click();
    expect(await latest.getAttribute("aria-sort")).toBe("ascending");
    expect(isAscending(await values())).toBe(true);

    await latest.getByRole("button").press("Enter");
    expect(await latest.getAttribute("aria-sort")).toBe("descending");
    expect(isAscending((await values()).toReversed())).toBe(true);

    await table.getByRole("columnheader", { name: "Series" }).getByRole("button").press("Space");
    expect(await namesIn(table)).toEqual(published.toSorted((a, b) => a.localeCompare(b)));
    expect(await latest.getAttribute("aria-sort")).toBeNull();
  });

  it("is complete without scripts, without sort buttons", async () => {
    const { page, goTo } = await publication.tab({ javaScriptEnabled: false });
    await goTo("market-data/");
    expect(await page.getByRole("table").count()).toBe(4);
    expect(await page.locator("tbody tr").count()).toBe(12);
    expect(await page.getByRole("table").getByRole("button").count()).toBe(0);
  });
});

describe("the page of a series", () => {
  it.each([true, false])("shows the time range in its address (scripts: %s)", async (javaScriptEnabled) => {
    const { page, goTo } = await publication.tab({ javaScriptEnabled });
    await goTo("market-data/brent/");
    const shown = () => page.getByRole("region", { name: /^Chart: / }).filter({ visible: true });
    const nameOf = async () => (await shown().count()) === 1 && shown().getByRole("heading").innerText();
    expect(await nameOf()).toBe("Chart: All");
    await page
      .getByRole("navigation", { name: /^Period: / })
      .getByRole("link", { name: "1 year" })
      .filter({ visible: true })
      .click();
    expect(new URL(page.url()).hash).toBe("#one-year");
    await expect.poll(nameOf).toBe("Chart: 1 year");
    await goTo("market-data/brent/#three-years");
    await expect.poll(nameOf).toBe("Chart: 3 years");
    await page.goBack();
    await expect.poll(nameOf).toBe("Chart: 1 year");
  });
});

it("the market strip links to its series from every page", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("2026/11/19/where-the-sea-narrows/");
  const strip = page.getByRole("navigation", { name: "Markets" });
  expect(await strip.getByRole("listitem").filter({ hasText: "Brent" }).textContent()).toMatch(
    /85\.40 ▼ −20\.3%last published Jun 2026, change since May 2026/,
  );
  await strip.getByRole("link", { name: "Brent" }).click();
  await page.waitForURL(/\/market-data\/brent\/$/);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Brent crude oil");
});
