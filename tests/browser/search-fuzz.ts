import { expect } from "vitest";
import { settled } from "./search-visit.ts";
import type { Visit } from "./visit.ts";

/** Every fifth query is waited for; those between are superseded, as by fast typing. */
const BATCH_SIZE = 5;

/** Types queries into the search page, and checks that it shows them as text, without errors. */
export async function checkSearchPage({ page, troubles, goTo }: Visit, queries: readonly string[]): Promise<void> {
  await goTo("search/?q=brent");
  await settled(page);
  const countElements = () => page.evaluate(() => document.querySelectorAll("script, style, iframe, object, form").length);
  const elements = await countElements();
  for (let start = 0; start < queries.length; start += BATCH_SIZE) {
    const batch = queries.slice(start, start + BATCH_SIZE);
    await page.evaluate(async (queries) => {
      const field = document.querySelector<HTMLInputElement>("main input[name=q]");
      for (const query of queries) {
        if (field) field.value = query;
        field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, batch);
    await settled(page);
    const injected = page.locator("#search_results :is(script, style, iframe, img[src=x], [onerror], [onload])");
    expect.soft(await injected.count(), JSON.stringify(batch)).toBe(0);
  }
  expect(await countElements()).toBe(elements);
  expect(await page.title()).toBe("Search | EconoTimes");
  expect(troubles).toEqual([]);
}
