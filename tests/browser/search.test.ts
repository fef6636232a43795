import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

describe.each(["/", "/a/b/"])("the search of a publication at %s", (prefix) => {
  const publication = servePublication(prefix);

  it("shows the stories that have the words of its address as cards, best first, and says how many", async () => {
    const { page, troubles, addressOf, goTo } = await publication.visit();
    await goTo("search/?q=brent");
    const best = cards(page).first();
    await best.waitFor();
    const found = await cards(page).count();
    expect(found).toBeGreaterThan(1);
    expect(await status(page)).toBe(`${found} stories for “brent”.`);
    expect(await best.getByRole("heading").textContent()).toContain("Brent");
    expect(await linkOf(page, best.getByRole("heading").getByRole("link"))).toBe(addressOf("2026/07/08/three-years-of-brent/"));
    expect(await linkOf(page, best.getByRole("link", { name: "Market Data" }))).toBe(addressOf("market-data/"));
    expect(await best.locator("mark").first().textContent()).toContain("Brent");
    expect(await best.locator("time").getAttribute("datetime")).toMatch(/^2026-07-08T/);
    await expect.poll(() => best.locator("img").evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth)).toBe(240);
    expect(troubles).toEqual([]);
  });

  it("finds from its dialog on any page, and leads on to all results", async () => {
    const { page, troubles, addressOf, goTo } = await publication.visit();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("searchbox").fill("month");
    await dialog.getByRole("article").first().waitFor();
    expect(await dialog.getByRole("article").count()).toBe(5);
    await dialog.getByRole("link", { name: "All results" }).click();
    await page.waitForURL(addressOf("search/?q=month"));
    await cards(page).nth(19).waitFor();
    expect(troubles).toEqual([]);
  });
});

describe("the search", () => {
  const publication = servePublication();

  it("keeps the words in the address, over a reload and on the way back from a story", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("search/");
    await field(page).fill("inverted yield curve");
    const story = cards(page).getByRole("link", { name: "What an inverted yield curve says" });
    await story.waitFor();
    expect(new URL(page.url()).search).toBe("?q=inverted+yield+curve");
    await page.reload();
    await story.click();
    await page.waitForURL("**/what-an-inverted-yield-curve-says/");
    await page.goBack();
    await story.waitFor();
    expect(await field(page).inputValue()).toBe("inverted yield curve");
  });

  it("takes the place of the lists of sections, topics and months, and gives it back when the field is emptied", async () => {
    const { page, goTo } = await publication.visit();
    const lists = page.getByRole("heading", { name: /^By (section|topic|month)$/ });
    await goTo("search/?q=brent");
    await cards(page).first().waitFor();
    expect(await lists.count()).toBe(0);
    await field(page).fill("");
    await lists.first().waitFor();
    expect(await lists.count()).toBe(3);
    expect(await cards(page).count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });

  it("shows twenty stories, then more when asked, with the focus on the first that is new", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("search/?q=month");
    await cards(page).nth(19).waitFor();
    expect(await cards(page).count()).toBe(20);
    await page.getByRole("button", { name: "Show more stories" }).press("Enter");
    const added = cards(page).nth(20).getByRole("heading").getByRole("link");
    await added.waitFor();
    expect(await added.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await status(page)).toBe(`${await cards(page).count()} stories for “month”.`);
    expect(await page.getByRole("button", { name: "Show more stories" }).count()).toBe(0);
  });

  it("tells screen readers: the words change in a status that was on the page before", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("search/");
    const before = await page.locator("[role=status]").elementHandle();
    await field(page).fill("brent");
    await cards(page).first().waitFor();
    expect(await before?.textContent()).toMatch(/^\d+ stories for “brent”\.$/);
    expect(await before?.evaluate((node) => node.isConnected)).toBe(true);
  });

  it("says that nothing was found", async () => {
    const { page, goTo } = await publication.visit();
    await goTo("search/?q=漢字");
    await expect.poll(() => status(page)).toBe("No story found for “漢字”.");
  });

  it("shows a query with markup in it as the text that it is", async () => {
    const { page, troubles, goTo } = await publication.visit();
    const query = `"'><img src=x onerror="document.title='taken'"> <b>brent</b>`;
    await goTo(`search/?${new URLSearchParams({ q: query })}`);
    await expect.poll(() => status(page)).toContain(`for “${query}”.`);
    expect(await field(page).inputValue()).toBe(query);
    expect(await page.locator("img[src=x], #search_results b").count()).toBe(0);
    expect(await page.title()).toBe("Search | EconoTimes");
    expect(troubles).toEqual([]);
  });

  it("loads nothing before a reader turns to it, and its index not before there are words", async () => {
    const { page, goTo } = await publication.visit();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    const view = () => requests.filter((path) => path.includes("/search-view-"));
    const index = () => requests.filter((path) => path.startsWith("/pagefind/"));
    await goTo(STORY);
    await page.waitForLoadState("networkidle");
    expect([...view(), ...index()]).toEqual([]);
    const arrived = page.waitForResponse(/search-view-/);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).focus();
    await arrived;
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Search" }).waitFor();
    expect([view().length, index().length]).toEqual([1, 0]);
  });

  it("says when its index cannot be fetched, and finds once it can", async () => {
    const { page, goTo } = await publication.visit();
    await page.route("**/pagefind/**", (route) => route.abort());
    await goTo("search/?q=brent");
    await expect.poll(() => status(page)).toBe("The search could not be loaded. Check the connection and try again.");
    await page.unroute("**/pagefind/**");
    await field(page).press("Enter");
    await cards(page).first().waitFor();
  });

  it("says when a story that it found cannot be fetched", async () => {
    const { page, goTo } = await publication.visit();
    await page.route("**/pagefind/fragment/**", (route) => route.abort());
    await goTo("search/?q=brent");
    await expect.poll(() => status(page)).toBe("The search could not be loaded. Check the connection and try again.");
  });

  it("says nothing of a search that failed after another had overtaken it", async () => {
    const { page, goTo } = await publication.visit();
    const held: Route[] = [];
    let holds = true;
    await page.route("**/pagefind/fragment/**", async (route) => {
      if (holds) held.push(route);
      else await route.continue();
    });
    await goTo("search/?q=brent");
    await expect.poll(() => held.length).toBeGreaterThan(0);
    holds = false;
    await field(page).fill("disengagement");
    await cards(page).first().waitFor();
    const found = await status(page);
    expect(found).toMatch(/for “disengagement”\.$/);
    const failed = page.waitForEvent("requestfailed");
    for (const route of held) await route.abort();
    await failed;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await status(page)).toBe(found);
  });

  it("leads to its page where its script cannot be fetched", async () => {
    const { page, goTo } = await publication.visit();
    await page.route("**/search-view-*", (route) => route.abort());
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await page.waitForURL("**/search/");
    expect(await page.getByRole("heading", { name: "By month" }).isVisible()).toBe(true);
    await expect.poll(() => status(page)).toBe("The search could not be loaded. Check the connection and reload the page.");
  });
});

function cards(page: Page) {
  return page.getByRole("main").getByRole("article");
}

function field(page: Page) {
  return page.getByRole("main").getByRole("searchbox", { name: "Search all stories" });
}

async function status(page: Page): Promise<string | null> {
  return page.locator("main [role=status]").textContent();
}

async function linkOf(page: Page, link: ReturnType<Page["locator"]>): Promise<string> {
  return new URL((await link.getAttribute("href")) ?? "", page.url()).href;
}
