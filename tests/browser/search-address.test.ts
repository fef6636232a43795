import { expect, it } from "vitest";
import {
  addressedSearch,
  blockRequests,
  cards,
  field,
  focused,
  lists,
  settled,
  sharedSearchPage,
  summary,
  titles,
} from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const startAt = sharedSearchPage(publication);

it("typing updates the address without adding history entries", async () => {
  const { page } = await startAt();
  const before = await page.evaluate(() => history.length);
  await field(page).pressSequentially("inverted yield curve");
  await expect.poll(() => addressedSearch(page)).toBe("?q=inverted+yield+curve");
  expect(await page.evaluate(() => history.length)).toBe(before);
  await field(page).fill("");
  await expect.poll(() => addressedSearch(page)).toBe("");
});

it("Back and Forward lead from one submitted search to another", async () => {
  const { page } = await startAt();
  for (const query of ["brent", "yield curve"]) {
    await field(page).fill(query);
    await field(page).press("Enter");
    await summary(page).getByText(`for “${query}”`).waitFor();
  }
  await page.goBack();
  await summary(page).getByText("for “brent”").waitFor();
  expect([addressedSearch(page), await field(page).inputValue()]).toEqual(["?q=brent", "brent"]);
  await page.goBack();
  await lists(page).first().waitFor();
  expect([addressedSearch(page), await field(page).inputValue()]).toEqual(["", ""]);
  expect(await cards(page).count()).toBe(0);
  await page.goForward();
  await page.goForward();
  await summary(page).getByText("for “yield curve”").waitFor();
});

it("a search for a query as typed stays one with Back, Forward, Enter and filters, until the query changes", async () => {
  const { page } = await startAt("?q=brnt");
  await page.getByRole("link", { name: "brnt" }).click();
  await summary(page).getByText("No results for “brnt”").waitFor();
  expect(addressedSearch(page)).toBe("?q=brnt&verbatim=1");
  await page.goBack();
  await summary(page).getByText("for “brent”").waitFor();
  expect([addressedSearch(page), await field(page).inputValue()]).toEqual(["?q=brnt", "brnt"]);
  await page.goForward();
  await summary(page).getByText("No results for “brnt”").waitFor();
  await field(page).press("Enter");
  await settled(page);
  expect(addressedSearch(page)).toBe("?q=brnt&verbatim=1");
  await page.getByRole("radio", { name: "Politics" }).check({ force: true });
  await expect.poll(() => addressedSearch(page)).toBe("?q=brnt&section=politics&verbatim=1");
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect.poll(() => addressedSearch(page)).toBe("?q=brnt&verbatim=1");
  await page.reload();
  await summary(page).getByText("No results for “brnt”").waitFor();
  await field(page).fill("brnet");
  await summary(page).getByText("for “brent”").waitFor();
  expect(addressedSearch(page)).toBe("?q=brnet");
});

it("submitting the same search again adds no history entry", async () => {
  const { page } = await startAt("?q=brent");
  await cards(page).first().waitFor();
  const before = await page.evaluate(() => history.length);
  await field(page).press("Enter");
  await settled(page);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

it("a filter adds a history entry, and Back restores the filters before", async () => {
  const { page } = await startAt("?q=trade");
  await cards(page).first().waitFor();
  await page.getByRole("radio", { name: "Politics" }).check({ force: true });
  await expect.poll(() => addressedSearch(page)).toBe("?q=trade&section=politics");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("oldest");
  await expect.poll(() => addressedSearch(page)).toBe("?q=trade&section=politics&sort=oldest");
  await page.goBack();
  await expect.poll(() => page.getByRole("combobox", { name: "Sort by" }).inputValue()).toBe("relevance");
  await page.goBack();
  await expect.poll(() => page.getByRole("radio", { name: "All sections" }).isChecked()).toBe(true);
  expect(addressedSearch(page)).toBe("?q=trade");
});

it("the address holds the whole search, for sharing and reloading", async () => {
  const { page, goTo } = await publication.tab();
  const whole = "?q=trade&section=politics&topic=trade&author=politics-desk&from=2025-01&to=2025-12&sort=newest";
  await goTo(`search/${whole}`);
  await settled(page);
  const found = await titles(page);
  expect(found.length).toBeGreaterThan(0);
  expect(addressedSearch(page)).toBe(whole);
  const fields = async () => ({
    query: await field(page).inputValue(),
    politics: await page.getByRole("radio", { name: "Politics" }).isChecked(),
    topic: await page.getByRole("combobox", { name: "Topic" }).inputValue(),
    author: await page.getByRole("combobox", { name: "Author" }).inputValue(),
    year: await page.getByRole("combobox", { name: "Year" }).inputValue(),
    from: await page.getByLabel("From").inputValue(),
    to: await page.getByLabel("To", { exact: true }).inputValue(),
    order: await page.getByRole("combobox", { name: "Sort by" }).inputValue(),
  });
  const all = {
    query: "trade",
    politics: true,
    topic: "trade",
    author: "politics-desk",
    year: "2025",
    from: "2025-01",
    to: "2025-12",
    order: "newest",
  };
  expect(await fields()).toEqual(all);
  await page.reload();
  await settled(page);
  expect(await fields()).toEqual(all);
  expect(await titles(page)).toEqual(found);
});

it("equal searches have equal addresses", async () => {
  const { page } = await startAt("?sort=relevance&topic=&section=economy&from=2025&q=+yield++&utm_source=x");
  await expect.poll(() => addressedSearch(page)).toBe("?q=yield&section=economy");
});

it("shows twenty stories, then more on demand, focusing the first new one without scrolling", async () => {
  const { page, goTo } = await publication.tab({ reducedMotion: "reduce" });
  await goTo("search/?q=month");
  await cards(page).nth(19).waitFor();
  await settled(page);
  expect(await cards(page).count()).toBe(20);
  const more = page.getByRole("button", { name: "Show more stories" });
  await more.scrollIntoViewIfNeeded();
  await more.focus();
  const top = await page.evaluate(() => scrollY);
  await more.press("Enter");
  await cards(page).nth(20).waitFor();
  await expect.poll(() => focused(page)).toBe(await cards(page).nth(20).getByRole("heading").textContent());
  expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(60);
  await settled(page);
  expect(await summary(page).textContent()).toBe(`${await cards(page).count()} stories for “month”`);
  expect(await more.count()).toBe(0);
});

it("a reload, and Back from a story, restore the number of stories and the scroll position", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("search/?q=month");
  await cards(page).nth(19).waitFor();
  await page.getByRole("button", { name: "Show more stories" }).click();
  await cards(page).nth(22).waitFor();
  await settled(page);
  const count = await cards(page).count();
  const last = cards(page).last();
  await last.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await page.waitForFunction((y) => history.state.top === y, top);
  const position = async () => [await cards(page).count(), await page.evaluate(() => Math.round(scrollY))];
  await page.reload();
  await expect.poll(position).toEqual([count, Math.round(top)]);
  await last.getByRole("heading").getByRole("link").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/search/"));
  await page.goBack();
  await expect.poll(position).toEqual([count, Math.round(top)]);
});

it("a reload on a slow network keeps the saved scroll position while the page is too short for it", async () => {
  const { page, goTo } = await publication.tab();
  await goTo("search/?q=month");
  await cards(page).nth(19).waitFor();
  await settled(page);
  await cards(page).last().scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await page.waitForFunction((y) => history.state.top === y, top);
  const stories = await blockRequests(page, /\.pf_fragment/);
  await page.reload();
  await page.locator("#search_results[aria-busy=true]").waitFor();
  await page.evaluate(() => scrollTo(0, 40));
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => history.state.top)).toBe(top);
  await stories.release();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
});

it("a query typed before the script was loaded is searched for", async () => {
  const { page, addressOf } = await publication.tab();
  const script = Promise.withResolvers<void>();
  await page.route(/\/search-page-\w+\.js$/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto(addressOf("search/"), { waitUntil: "commit" });
  await field(page).fill("brent");
  script.resolve();
  await summary(page).getByText("for “brent”").waitFor();
  expect(addressedSearch(page)).toBe("?q=brent");
});

it("a link to a fragment of the page leaves the results unchanged", async () => {
  const { page } = await startAt("?q=month");
  await cards(page).nth(19).waitFor();
  await page.getByRole("button", { name: "Show more stories" }).click();
  await cards(page).nth(20).waitFor();
  await settled(page);
  const count = await cards(page).count();
  await page.getByRole("link", { name: "Skip to main content" }).press("Enter");
  await settled(page);
  expect(await cards(page).count()).toBe(count);
  expect(new URL(page.url()).hash).toBe("#page_content");
});
