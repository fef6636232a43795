import { describe, expect, it } from "vitest";
import { blockRequests, cards, field, lists, settled, summary } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const FAILURE = "Search could not be loaded";

describe("on a slow network", () => {
  it("placeholders are shown until there are stories", async () => {
    const { page, goTo } = await publication.tab();
    const blocked = await blockRequests(page, "**/pagefind/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    await expect.poll(() => page.locator("#search_results").getAttribute("aria-busy")).toBe("true");
    expect(await lists(page).count()).toBe(0);
    await blocked.release();
    await cards(page).first().waitFor();
    await settled(page);
    expect(await page.locator(".skeleton").count()).toBe(0);
  });

  it("placeholders are shown while the script of the page loads", async () => {
    const { page, addressOf } = await publication.tab();
    const blocked = await blockRequests(page, "**/search-page-*.js");
    await page.goto(addressOf("search/?q=brent"), { waitUntil: "commit" });
    await page.locator(".skeleton").waitFor();
    expect(await lists(page).count()).toBe(0);
    await blocked.release();
    await cards(page).first().waitFor();
  });

  it("placeholders are not animated with reduced motion", async () => {
    const { page, goTo } = await publication.tab({ reducedMotion: "reduce" });
    await blockRequests(page, "**/pagefind/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    const moving = await page.locator(".skeleton span").evaluateAll((bars) => bars.flatMap((bar) => bar.getAnimations()).length);
    expect(moving).toBe(0);
  });

  it("earlier results stay until there are others, with a note that a search is running", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/?q=brent");
    await cards(page).first().waitFor();
    await settled(page);
    const before = await cards(page).count();
    const blocked = await blockRequests(page, "**/pagefind/**");
    await field(page).fill("disengagement");
    await page.getByText("Searching…").waitFor();
    expect(await cards(page).count()).toBe(before);
    expect(await page.locator("#search_results").getAttribute("aria-busy")).toBe("true");
    expect(await page.locator(".skeleton").count()).toBe(0);
    await blocked.release();
    await summary(page).getByText("for “disengagement”").waitFor();
    await settled(page);
    expect(await page.getByText("Searching…").count()).toBe(0);
  });

  it("placeholders are shown for stories that are found but not loaded", async () => {
    const { page, goTo } = await publication.tab();
    const blocked = await blockRequests(page, "**/pagefind/*/fragment/**", 1);
    await goTo("search/?q=trade");
    await cards(page).first().waitFor();
    await page.locator(".skeleton").waitFor();
    expect(await page.getByRole("button", { name: "Show more stories" }).count()).toBe(0);
    await blocked.release();
    await settled(page);
    expect(await page.locator(".skeleton").count()).toBe(0);
  });

  it("the years searched and pending are listed while results are shown", async () => {
    const { page, goTo } = await publication.tab();
    const blocked = await blockRequests(page, "**/pagefind/2023/**");
    await goTo("search/?q=brent");
    await page.getByText("Searched 2026 to 2024. Still searching 2023.").waitFor();
    await cards(page).first().waitFor();
    await blocked.release();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
  });

  it.each([320, 1280])("in a window %d pixels wide the best story does not move when other years answer", async (width) => {
    const { page, goTo } = await publication.tab({ viewport: { width, height: 800 } });
    const blocked = await blockRequests(page, /\/pagefind\/202[345]\//);
    await goTo("search/?q=hormuz");
    await page.getByText("Searched 2026. Still searching 2025 to 2023.").waitFor();
    const top = () => cards(page).evaluate((card) => card.getBoundingClientRect().top);
    const before = await top();
    await blocked.release();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
    expect(await top()).toBe(before);
  });
});

describe("if something fails to load", () => {
  it("a missing year is named, the others answer, and a retry adds it", async () => {
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

  it("the lists lead to every story without search, and a retry searches", async () => {
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

  it("without WebAssembly, a message and the lists are shown", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/pagefind/wasm*", (route) => route.abort());
    await goTo("search/?q=brent");
    await summary(page).getByText(FAILURE).waitFor();
    expect(await lists(page).count()).toBe(4);
  });

  it("without the script of the page, a message and the lists are shown", async () => {
    const { page, goTo } = await publication.tab();
    await page.route("**/search-page-*.js", (route) => route.abort());
    await goTo("search/?q=brent");
    await page.getByText(`${FAILURE}. Check the connection and reload the page.`).first().waitFor();
    expect(await lists(page).count()).toBe(4);
  });

  it.each([
    ["", "**/search/?q="],
    ["brent", "**/search/?q=brent"],
  ])("without the script of the dialog, its field leads to the search page with the query “%s”", async (query, address) => {
    const { page, goTo } = await publication.tab();
    await page.route("**/search-dialog-*.js", (route) => route.abort());
    await goTo("about/");
    const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("/search-dialog-"));
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await failed;
    await page.keyboard.type(query);
    await page.getByRole("dialog").getByRole("button", { name: "Search" }).click();
    await page.waitForURL(address);
    await (query ? cards(page) : lists(page)).first().waitFor();
  });

  it("in a browser without modal dialogs, the link and Ctrl+K lead to the search page", async () => {
    const { page, addressOf, goTo, troubles } = await publication.tab();
    await page.addInitScript(() => Reflect.deleteProperty(HTMLDialogElement.prototype, "showModal"));
    const ways = [
      () => page.keyboard.press("Control+k"),
      () => page.getByRole("banner").getByRole("link", { name: "Search" }).click(),
    ];
    for (const follow of ways) {
      await goTo("about/");
      await follow();
      await page.waitForURL(addressOf("search/"));
    }
    await goTo("about/");
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    await page.waitForURL(addressOf("newsletter/"));
    // A page that is left cancels its requests.
    expect(troubles.filter((trouble) => trouble.startsWith("exception"))).toEqual([]);
  });

  it("a superseded search shows nothing", async () => {
    const { page, goTo } = await publication.tab();
    const blocked = await blockRequests(page, "**/pagefind/*/fragment/**");
    await goTo("search/?q=brent");
    await page.locator(".skeleton").waitFor();
    // The page's script has taken the query from the address: what is typed before has another meaning.
    await expect.poll(() => field(page).inputValue()).toBe("brent");
    await field(page).fill("");
    await lists(page).first().waitFor();
    await blocked.release();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await cards(page).count()).toBe(0);
    expect(await lists(page).count()).toBe(4);
  });
});
