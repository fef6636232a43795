import { describe, expect, it } from "vitest";
import { cards, field, holdBack, lists, settled, summary } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const FAILURE = "Search could not be loaded";

describe("on a slow network", () => {
  it("the places of stories are shown until there are stories, and never nothing", async () => {
    const { page, goTo } = await publication.tab();
    const held = await holdBack(page, "**/pagefind/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    await expect.poll(() => page.locator("#search_results").getAttribute("aria-busy")).toBe("true");
    expect(await lists(page).count()).toBe(0);
    await held.letGo();
    await cards(page).first().waitFor();
    await settled(page);
    expect(await page.locator(".skeleton").count()).toBe(0);
  });

  it("they are shown while even the script of the page is on its way", async () => {
    const { page, addressOf } = await publication.tab();
    const held = await holdBack(page, "**/search-page-*.js");
    await page.goto(addressOf("search/?q=brent"), { waitUntil: "commit" });
    await page.locator(".skeleton").waitFor();
    expect(await lists(page).count()).toBe(0);
    await held.letGo();
    await cards(page).first().waitFor();
  });

  it("they do not move for readers who asked for less motion", async () => {
    const { page, goTo } = await publication.tab({ reducedMotion: "reduce" });
    await holdBack(page, "**/pagefind/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    const moving = await page.locator(".skeleton span").evaluateAll((bars) => bars.flatMap((bar) => bar.getAnimations()).length);
    expect(moving).toBe(0);
  });

  it("the stories found before stay until there are others, and it says that it searches", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/?q=brent");
    await cards(page).first().waitFor();
    await settled(page);
    const before = await cards(page).count();
    const held = await holdBack(page, "**/pagefind/**");
    await field(page).fill("disengagement");
    await page.getByText("Searching …").waitFor();
    expect(await cards(page).count()).toBe(before);
    expect(await page.locator("#search_results").getAttribute("aria-busy")).toBe("true");
    expect(await page.locator(".skeleton").count()).toBe(0);
    await held.letGo();
    await summary(page).getByText("for “disengagement”").waitFor();
    await settled(page);
    expect(await page.getByText("Searching …").count()).toBe(0);
  });

  it("places are held for stories that are known and not yet there", async () => {
    const { page, goTo } = await publication.tab();
    const held = await holdBack(page, "**/pagefind/*/fragment/**", 1);
    await goTo("search/?q=trade");
    await cards(page).first().waitFor();
    await page.locator(".skeleton").waitFor();
    expect(await page.getByRole("button", { name: "Show more stories" }).count()).toBe(0);
    await held.letGo();
    await settled(page);
    expect(await page.locator(".skeleton").count()).toBe(0);
  });

  it("what has been searched and what is still to come is said, and what has been found is shown", async () => {
    const { page, goTo } = await publication.tab();
    const held = await holdBack(page, "**/pagefind/2023/**");
    await goTo("search/?q=brent");
    await page.getByText("Searched 2026 to 2024. 2023 is still to come.").waitFor();
    await cards(page).first().waitFor();
    await held.letGo();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
  });

  it.each([320, 1280])(
    "in a window %d pixels wide the best story stays where it is when the other years answer",
    async (width) => {
      const { page, goTo } = await publication.tab({ viewport: { width, height: 800 } });
      const held = await holdBack(page, /\/pagefind\/202[345]\//);
      await goTo("search/?q=hormuz");
      await page.getByText("Searched 2026. 2025 to 2023 are still to come.").waitFor();
      const top = () => cards(page).evaluate((card) => card.getBoundingClientRect().top);
      const before = await top();
      await held.letGo();
      await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
      expect(await top()).toBe(before);
    },
  );
});

describe("where something cannot be loaded", () => {
  it("a missing year is named, the others answer, and to try again brings it in", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/pagefind/2024/**", (route) => route.abort());
    await goTo("search/?q=trade");
    await page.getByText("2024 could not be loaded.").waitFor();
    await settled(page);
    expect(await page.locator(".search-years").textContent()).toMatch(/^Searched 2026, 2025 and 2023\. /);
    const without = await cards(page).count();
    expect(without).toBeGreaterThan(0);
    await page.unroute("**/pagefind/2024/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
    await settled(page);
    expect(await cards(page).count()).toBeGreaterThan(without);
    expect(await page.getByText("could not be loaded").count()).toBe(0);
  });

  it("the lists lead to every story where there is no search at all, and it finds once there is", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/pagefind/**", (route) => route.abort());
    await goTo("search/?q=brent");
    await summary(page).getByText(FAILURE).waitFor();
    expect(await lists(page).count()).toBe(4);
    await page.unroute("**/pagefind/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await cards(page).first().waitFor();
    expect(await lists(page).count()).toBe(0);
  });

  it("a browser without WebAssembly is told so, and has the lists", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/pagefind/wasm*", (route) => route.abort());
    await goTo("search/?q=brent");
    await summary(page).getByText(FAILURE).waitFor();
    expect(await lists(page).count()).toBe(4);
  });

  it("the page says so where its own script is missing, and has the lists", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/search-page-*.js", (route) => route.abort());
    await goTo("search/?q=brent");
    await page.getByText(`${FAILURE}. Check the connection and reload the page.`).first().waitFor();
    expect(await lists(page).count()).toBe(4);
  });

  it("the link in the head of a page leads to the search page where the dialog’s script is missing", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/search-dialog-*.js", (route) => route.abort());
    await goTo("about/");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await page.waitForURL("**/search/");
    await lists(page).first().waitFor();
  });

  it("a search that has been overtaken says nothing more", async () => {
    const { page, goTo } = await publication.tab();
    const held = await holdBack(page, "**/pagefind/*/fragment/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    await field(page).fill("");
    await lists(page).first().waitFor();
    await held.letGo();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await cards(page).count()).toBe(0);
    expect(await lists(page).count()).toBe(4);
  });
});
