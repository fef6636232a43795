import { expect, it } from "vitest";
import { cards, field, listenTo, settled } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

it("a search is told once, when the reader has stopped typing, in a status that was there before", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("search/?q=trade");
  const status = page.locator("main [role=status]");
  expect(await status.count()).toBe(1);
  await expect.poll(() => status.textContent()).toMatch(/for “trade”\.$/);
  const said = await listenTo(status);
  await field(page).fill("");
  await field(page).pressSequentially("brent", { delay: 150 });
  await expect.poll(() => status.textContent()).toMatch(/^\d+ stories for “brent”\.$/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(await said()).toEqual([await status.textContent()]);
});

it("more stories of the same search, which the focus leads to, are not told again; the same search anew is", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("search/?q=month");
  const status = page.locator("main [role=status]");
  await expect.poll(() => status.textContent()).toMatch(/for “month”/);
  const told = await status.textContent();
  const said = await listenTo(status);
  await page.getByRole("button", { name: "Show more stories" }).click();
  await cards(page).nth(20).waitFor();
  await settled(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(await said()).toEqual([]);
  await field(page).press("Enter");
  await expect.poll(said).toEqual([told]);
});

it("what is amiss is told with it, and what else may have been meant", async () => {
  const { page, goTo } = await publication.tab();
  await page.route("**/pagefind/2024/**", (route) => route.abort());
  const status = page.locator("main [role=status]");
  await goTo("search/?q=brent+zyzzyva");
  await expect
    .poll(() => status.textContent())
    .toMatch(/^No story holds all of these words\. (One story holds|\d+ stories hold) some of them\. 2024 could not be loaded\./);
  await goTo("search/?q=brnt");
  await expect.poll(() => status.textContent()).toMatch(/^No story found for “brnt”\. .*Did you mean “brent”\?$/);
});

it("a failure is told", async () => {
  const { page, goTo } = await publication.tab();
  await page.route("**/pagefind/**", (route) => route.abort());
  await goTo("search/?q=brent");
  await expect.poll(() => page.locator("main [role=status]").textContent()).toMatch(/^Search could not be loaded\./);
});

it("what is seen of the results is no live region", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("search/?q=brent");
  await cards(page).first().waitFor();
  expect(await page.locator("#search_results").locator("[role=status], [role=alert], [aria-live]").count()).toBe(0);
});
