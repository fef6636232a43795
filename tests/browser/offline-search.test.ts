import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  compareWholeEdition,
  compareYear,
  connect,
  disconnect,
  offlineSearches,
  searchAt,
  searchedYears,
} from "./offline-search.ts";
import { offlineVisits, waitForWorker } from "./offline-visit.ts";
import { cards, summary } from "./search-visit.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();
const open = offlineVisits();

describe("a search without a connection", () => {
  const online = publication.sharedVisit();
  const openOffline = offlineSearches();

  it("answers as one with a connection, story by story, from the whole edition", async () => {
    await compareWholeEdition(online(), await openOffline({ part: "everything", pictures: false }), 20);
  });

  it("answers from a stored year, and says so; over all years once the connection is back", async () => {
    await compareYear(online(), await openOffline({ part: "year:2025", pictures: false }), 6);
  });

  it("marks the stories that are not on the device, and shows the pictures that are", async () => {
    const { page, goTo, failed, files } = await openOffline({ part: "section:politics", pictures: true });
    await searchAt(page, () => goTo("/search/?q=trade"));
    const shown = await cards(page).evaluateAll((articles) =>
      articles.map((article) => ({
        page: `${article.querySelector<HTMLAnchorElement>("h3 a")?.pathname.slice(1)}index.html`,
        isMarked: article.querySelector(".meta")?.textContent.includes("Needs a connection"),
        hasPicture: article.querySelector("img") !== null,
      })),
    );
    expect(shown.map(({ isMarked }) => isMarked)).toEqual(shown.map((story) => !files.has(story.page)));
    expect(new Set(shown.map(({ isMarked }) => isMarked))).toEqual(new Set([true, false]));
    expect(shown.filter(({ isMarked, hasPicture }) => isMarked && hasPicture)).toEqual([]);
    expect(shown.filter(({ hasPicture }) => hasPicture)).not.toEqual([]);
    expect(await brokenPictures(page)).toEqual([]);
    expect(failed.filter((address) => !address.includes("/pagefind/2023/"))).toEqual([]);
  });

  it("explains on its page and in its dialog that it is not stored, and works once the connection is back", async () => {
    const visit = await open();
    const { page, goTo } = visit;
    await goTo("/about/");
    await waitForWorker(visit);
    await disconnect(visit);
    await goTo("/search/?q=trade");
    await summary(page).getByText("Search is not saved on this device").waitFor();
    const results = page.locator(".search-summary");
    expect(await results.locator("p").innerText()).toBe(
      "It needs a connection. Download the edition to search it anywhere. You can browse all stories in the lists below. Try again",
    );
    expect(await results.getByRole("link").evaluate((link: HTMLAnchorElement) => link.pathname)).toBe("/offline/");
    await expect.poll(() => page.locator("main [role=status]").textContent()).toMatch(/ Download the edition /);
    await goTo("/about/");
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByText("Search is not saved on this device. It needs a connection.").waitFor();
    expect(await dialog.getByRole("link", { name: "Download the edition" }).count()).toBe(1);
    await connect(visit);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByRole("option").first().waitFor();
  });

  it("covers the years that were searched before, without an edition, and all of them when tried again", async () => {
    const visit = await open();
    const { page, goTo } = visit;
    await goTo("/about/");
    await waitForWorker(visit);
    await searchAt(page, () => goTo("/search/?q=trade&from=2025-01"));
    // The browser believes to be online, but the host does not answer.
    visit.network.simulate(() => ({ disconnect: true }));
    await searchAt(page, () => goTo("/search/?q=trade"));
    expect(await searchedYears(page)).toBe(
      "Searched 2026 and 2025, saved on this device; older years need a connection. Try again",
    );
    expect(await cards(page).count()).toBeGreaterThan(0);
    expect(await marked(page).count()).toBe(await cards(page).count());
    visit.network.simulate(() => undefined);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
    expect(await marked(page).count()).toBe(0);
  });
});

it("a search that loses its connection names the missing years, marks no story, and hides missing pictures", async () => {
  const { page, context, goTo } = await publication.visit();
  await page.route("**/pictures/**", (route) => route.abort());
  await page.route("**/pagefind/2023/**", (route) => route.abort());
  await searchAt(page, () => goTo("search/?q=trade"));
  expect(await searchedYears(page)).toBe("Searched 2026 to 2024. 2023 could not be loaded. Try again");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("2023 needs a connection.").waitFor();
  expect(await searchedYears(page)).toBe("Searched 2026 to 2024. 2023 needs a connection. Try again");
  expect(await marked(page).count()).toBe(0);
  expect(await brokenPictures(page)).not.toEqual([]);
  await expect.poll(() => page.locator("#search_results img:not([hidden])").count()).toBe(0);
});

/** The stories that are marked as not stored. */
function marked(page: Page): Locator {
  return cards(page).filter({ hasText: "· Needs a connection" });
}

function brokenPictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const broken: string[] = [];
    for (const picture of document.querySelectorAll<HTMLImageElement>("#search_results img")) {
      picture.loading = "eager";
      await picture.decode().catch(() => broken.push(picture.src));
    }
    return broken;
  });
}
