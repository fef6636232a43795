import { expect, it } from "vitest";
import { cards, field, recordAnnouncements, settled, sharedSearchPage } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const startAt = sharedSearchPage(publication);

it("a search is announced once, debounced, in a status region that was there before", async () => {
  const { page } = await startAt("?q=trade");
  const status = page.locator("main [role=status]");
  expect(await status.count()).toBe(1);
  await expect.poll(() => status.textContent()).toMatch(/for “trade”\.$/);
  const announcements = await recordAnnouncements(status);
  await field(page).fill("");
  await field(page).pressSequentially("brent", { delay: 150 });
  await expect.poll(() => status.textContent()).toMatch(/^\d+ stories for “brent”\.$/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(await announcements()).toEqual([await status.textContent()]);
});

it("more stories of the same search, which are focused, are not announced; the same search again is", async () => {
  const { page } = await startAt("?q=month");
  const status = page.locator("main [role=status]");
  await expect.poll(() => status.textContent()).toMatch(/for “month”/);
  const announced = await status.textContent();
  const announcements = await recordAnnouncements(status);
  await page.getByRole("button", { name: "Show more stories" }).click();
  await cards(page).nth(20).waitFor();
  await settled(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  expect(await announcements()).toEqual([]);
  await field(page).press("Enter");
  await expect.poll(announcements).toEqual([announced]);
});

it("missing years and spelling corrections are announced", async () => {
  const { page, goTo } = await publication.tab();
  await page.route("**/pagefind/2024/**", (route) => route.abort());
  const status = page.locator("main [role=status]");
  await goTo("search/?q=brent+zyzzyva");
  await expect
    .poll(() => status.textContent())
    .toMatch(
      /^No stories match all of your words\. (1 story matches|\d+ stories match) some of them\. 2024 could not be loaded\./,
    );
  await goTo("search/?q=chian");
  await expect.poll(() => status.textContent()).toMatch(/^No results for “chian”\. .*Did you mean “china”\?$/);
  await goTo("search/?q=brnt");
  await expect
    .poll(() => status.textContent())
    .toMatch(/^Showing results for “brent” instead of “brnt”\. \d stories for “brent”\. 2024 could not be loaded\.$/);
});

it("a failure is announced", async () => {
  const { page, goTo } = await publication.tab();
  await page.route("**/pagefind/**", (route) => route.abort());
  await goTo("search/?q=brent");
  await expect.poll(() => page.locator("main [role=status]").textContent()).toMatch(/^Search could not be loaded\./);
});

it("the visible results are no live region", async () => {
  const { page } = await startAt("?q=brent");
  await cards(page).first().waitFor();
  expect(await page.locator("#search_results").locator("[role=status], [role=alert], [aria-live]").count()).toBe(0);
});
