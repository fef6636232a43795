import { expect, it } from "vitest";
import { fuzzedQuery } from "../fuzzed-queries.ts";
import { settled } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

const QUERIES = 500;
/** Queries after which the answer is waited for; those between are overtaken, as by a reader who types fast. */
const WAITED_FOR_EVERY = 5;

it("the search page shows any query as text, and has no trouble with it", async () => {
  const { page, troubles, goTo } = await publication.visit();
  await goTo("search/?q=brent");
  await settled(page);
  const elements = await page.evaluate(() => document.querySelectorAll("script, style, iframe, object, form").length);
  for (let number = 0; number < QUERIES; number += WAITED_FOR_EVERY) {
    const queries = Array.from({ length: WAITED_FOR_EVERY }, (_, index) => fuzzedQuery(number + index));
    await page.evaluate(async (queries) => {
      const field = document.querySelector<HTMLInputElement>("main input[name=q]");
      for (const query of queries) {
        if (field) field.value = query;
        field?.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, queries);
    await settled(page);
    const strange = page.locator("#search_results :is(script, style, iframe, img[src=x], [onerror], [onload])");
    expect.soft(await strange.count(), JSON.stringify(queries)).toBe(0);
  }
  expect(await page.evaluate(() => document.querySelectorAll("script, style, iframe, object, form").length)).toBe(elements);
  expect(await page.title()).toBe("Search | EconoTimes");
  expect(troubles).toEqual([]);
});
