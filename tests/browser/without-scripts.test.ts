import { describe, expect, it } from "vitest";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

describe("without scripts", () => {
  const scriptless = { javaScriptEnabled: false };

  it("a story can be read, with its picture and its absolute dates", async () => {
    const { page, troubles, goTo } = await publication.tab(scriptless);
    await goTo(STORY);
    expect(await page.getByRole("main").getByText("The outcome in Paris is a diplomatic opening.").isVisible()).toBe(true);
    expect(await page.locator("figure img").isVisible()).toBe(true);
    expect(await page.locator("time[data-relative]").first().textContent()).toMatch(/^7 January 2026/);
    expect(troubles).toEqual([]);
  });

  it("the newest story shows its date", async () => {
    const { page, goTo } = await publication.tab(scriptless);
    await goTo("");
    expect(await page.locator("time[data-relative]").first().textContent()).toMatch(/19 Nov(ember)? 2026/);
    expect(NEWEST_STORY.path).toContain("2026/11/19");
  });

  it("the newsletter’s link leads to its page", async () => {
    const { page, addressOf, goTo } = await publication.tab(scriptless);
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    await page.waitForURL(addressOf("newsletter/"));
    expect(await page.locator("main h1").isVisible()).toBe(true);
  });

  it("the search leads to every story by section, topic and month, and offers no field that would do nothing", async () => {
    const { page, addressOf, goTo } = await publication.tab(scriptless);
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await page.waitForURL(addressOf("search/"));
    expect(await page.getByRole("searchbox").count()).toBe(0);
    for (const name of ["Politics", "Diplomacy"]) {
      expect(await page.getByRole("main").getByRole("link", { name, exact: true }).isVisible()).toBe(true);
    }
    const months = page.getByRole("region", { name: "By month" });
    await months.getByRole("link", { name: "January" }).first().click();
    await page.waitForURL(addressOf("2026/01/"));
  });

  it("the menu opens, and shows no choice of colours, which would do nothing", async () => {
    const { page, goTo } = await publication.tab(scriptless);
    await goTo(STORY);
    await page.locator("summary").click();
    expect(await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Topics" }).isVisible()).toBe(true);
    expect(await page.getByRole("group", { name: "Theme" }).count()).toBe(0);
  });
});
