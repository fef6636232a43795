import { describe, expect, it, onTestFinished } from "vitest";
import { cards, field, lists, settled, sharedSearchPage, summary, titles } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

describe.each(["/", "/a/b/"])("the search of a publication at %s", (prefix) => {
  const publication = servePublication(prefix);

  it("shows the results for its address as cards, best first, and counts them", async () => {
    const { page, troubles, addressOf, goTo } = await publication.tab();
    await goTo("search/?q=brent");
    const best = cards(page).first();
    await best.waitFor();
    await settled(page);
    const found = await cards(page).count();
    expect(found).toBeGreaterThan(1);
    expect(await summary(page).textContent()).toBe(`${found} stories for “brent”`);
    const headline = best.getByRole("heading").getByRole("link");
    expect(await headline.textContent()).toContain("Brent");
    expect(await headline.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
      addressOf("2026/07/08/three-years-of-brent/?mark=brent"),
    );
    const kicker = best.getByRole("link", { name: "Market Data" });
    expect(await kicker.evaluate((link: HTMLAnchorElement) => link.href)).toBe(addressOf("market-data/"));
    expect(await best.locator("mark").first().textContent()).toContain("Brent");
    expect(await best.locator("time").getAttribute("datetime")).toMatch(/^2026-07-08T/);
    expect(await best.locator(".meta").textContent()).toMatch(/^8 Jul 2026 · \d min/);
    await expect.poll(() => best.locator("img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(240);
    expect(troubles).toEqual([]);
  });

  it("links to the heading of the best passage", async () => {
    const { page, addressOf, goTo } = await publication.tab();
    await goTo("search/?q=inverted+yield+curve");
    const card = cards(page).filter({ hasText: "What an inverted yield curve says" });
    const part = card.locator(".best-part");
    expect(await part.textContent()).toMatch(/^In this story: /);
    const heading = await part.getByRole("link").textContent();
    await part.getByRole("link").click();
    await page.waitForURL((url) => url.href.startsWith(addressOf("2023/11/05/what-an-inverted-yield-curve-says/?mark=")));
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const target = page.getByRole("heading").filter({ has: page.locator(`[id="${id}"]`) });
    expect(await target.textContent()).toContain(heading);
    expect(new URL(page.url()).searchParams.get("mark")?.split(" ")).toContain("yield");
  });
});

describe("the search page", () => {
  const publication = servePublication();
  const startAt = sharedSearchPage(publication);

  it("searches while typing, without Enter", async () => {
    const { page } = await startAt();
    await field(page).pressSequentially("bren");
    await summary(page).getByText("for “bren”").waitFor();
    await field(page).press("t");
    await summary(page).getByText("for “brent”").waitFor();
    expect(await titles(page)).toContain("Three years of Brent: one range, and one spring outside it");
  });

  it("does not search for text that is being composed", async () => {
    const { page, context } = await startAt();
    await field(page).focus();
    const keyboard = await context.newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "bre", selectionStart: 3, selectionEnd: 3 });
    expect(await field(page).inputValue()).toBe("bre");
    expect(page.url()).not.toContain("bre");
    await keyboard.send("Input.insertText", { text: "brent" });
    await summary(page).getByText("for “brent”").waitFor();
    expect(page.url()).toMatch(/\?q=brent$/);
  });

  it("shows the lists of stories, sections, topics and months without a search, and if nothing is found", async () => {
    const { page } = await startAt();
    expect(await lists(page).count()).toBe(4);
    await field(page).fill("brent");
    await cards(page).first().waitFor();
    expect(await lists(page).count()).toBe(0);
    await field(page).fill("漢字");
    await summary(page).getByText("No results for “漢字”", { exact: true }).waitFor();
    expect(await lists(page).count()).toBe(4);
    await field(page).fill("");
    await page.getByText("or browse the lists below").waitFor();
    expect(await cards(page).count()).toBe(0);
    expect(await lists(page).count()).toBe(4);
  });

  it("says if stories match some of the words only", async () => {
    const { page } = await startAt("?q=brent+zyzzyva");
    await settled(page);
    expect(await summary(page).textContent()).toBe("No stories match all of your words. These match some of them:");
    expect(await page.locator(".search-summary").textContent()).toContain(`${await cards(page).count()} stories.`);
  });

  it("links to a spelling correction if another is as likely", async () => {
    const { page } = await startAt("?q=chian&sort=newest");
    expect(await summary(page).textContent()).toBe("No results for “chian”");
    await page.getByText("Did you mean").getByRole("link", { name: "china" }).click();
    await summary(page).getByText("for “china”").waitFor();
    expect(page.url()).toMatch(/\?q=china&sort=newest$/);
    expect(await field(page).inputValue()).toBe("china");
    await settled(page);
    expect(await page.getByText("Did you mean").count()).toBe(0);
    expect(await page.getByRole("region", { name: "Results" }).evaluate((region) => region === document.activeElement)).toBe(
      true,
    );
  });

  it.each([
    ["brnt", "brent"],
    ["infltion", "inflation"],
    ["tresury yeild", "treasury yield"],
    ["goverment", "government"],
  ])("shows for “%s” the results for “%s”, and leaves the query as typed", async (typed, corrected) => {
    const { page } = await startAt(`?${new URLSearchParams({ q: typed })}`);
    expect(await summary(page).textContent()).toBe(`${await cards(page).count()} stories for “${corrected}”`);
    expect(await page.locator(".search-suggestion").textContent()).toBe(
      `Showing results for ${corrected}. Search instead for ${typed}.`,
    );
    expect(await field(page).inputValue()).toBe(typed);
  });

  it("searches for the query as typed, on demand", async () => {
    const { page } = await startAt("?q=brnt&sort=newest");
    await page.getByRole("link", { name: "brnt" }).click();
    await summary(page).getByText("No results for “brnt”").waitFor();
    await settled(page);
    expect(page.url()).toMatch(/\?q=brnt&sort=newest&verbatim=1$/);
    expect(await page.locator(".search-suggestion").count()).toBe(0);
    expect(await lists(page).count()).toBe(4);
  });

  it("lists the years searched", async () => {
    const { page } = await startAt("?q=brent");
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
  });

  it("shows a query with markup as text", async () => {
    const { page, troubles, goTo } = await publication.tab();
    const query = `"'><img src=x onerror="document.title='taken'"> <b>brent</b>`;
    await goTo(`search/?${new URLSearchParams({ q: query, section: "<b>x</b>", topic: '"><b>' })}`);
    await summary(page).getByText(`for “${query}”`).waitFor();
    expect(await field(page).inputValue()).toBe(query);
    expect(await page.locator("img[src=x], #search_page b").count()).toBe(0);
    expect(await page.title()).toBe("Search | EconoTimes");
    expect(troubles).toEqual([]);
  });

  it("explains the query syntax", async () => {
    const { page } = await startAt();
    const help = page.locator("details", { hasText: "How to search" });
    expect(await help.getByText("-bond").isVisible()).toBe(false);
    await help.locator("summary").press("Enter");
    for (const way of ["inverted yield", "“yield curve”", "yield -bond", "zurich"]) {
      expect(await help.getByText(way, { exact: true }).isVisible()).toBe(true);
    }
  });

  it("prints the results, not the form", async () => {
    const { page } = await startAt("?q=brent");
    await page.emulateMedia({ media: "print" });
    onTestFinished(() => page.emulateMedia({ media: null }));
    expect(await cards(page).first().isVisible()).toBe(true);
    expect(await summary(page).isVisible()).toBe(true);
    expect(await field(page).isVisible()).toBe(false);
    expect(await page.getByRole("radio").count()).toBe(0);
  });
});
