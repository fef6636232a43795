import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchRequest } from "../../src/formats/search/search-request.ts";
import { AS_OF } from "../global-setup.ts";
import { queriesAbout } from "../queries-about-stories.ts";
import { readCatalog } from "../read-catalog.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { filesIn, keepEdition } from "./kept-edition.ts";
import { keptReading, type Reading, stayUntilKept } from "./kept-reading.ts";
import { askSearchWorker, reachSearchWorker } from "./reached-search-worker.ts";
import { cards, field, settled, summary } from "./search-visit.ts";
import { servePublication, type Visit } from "./visit.ts";

const QUERIES = 200;
/** What the search page loads to search, and to show what it finds. */
const OF_A_SEARCH = /\/(?:pagefind|pictures|assets)\//;
const publication = servePublication();
const open = keptReading();
const tree = readTree(inject("siteFolder"));
const DATE = "2026-11-19T08:00:00-05:00";

let requests: readonly SearchRequest[];

beforeAll(async () => {
  const { catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF);
  requests = queriesAbout(catalog.articles, QUERIES);
});

interface OfflineReading extends Reading {
  /** What was taken along. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Addresses that could not be had since the line was cut. */
  readonly failed: readonly string[];
}

/** A reader who has taken a part of the edition along and never searched, and whose line is cut. */
async function readerWith(selection: Selection): Promise<OfflineReading> {
  const reading = await open();
  const failed: string[] = [];
  await reading.goTo("/about/");
  await stayUntilKept(reading);
  const files = filesIn(tree, selection);
  expect(await keepEdition(reading.page, `${reading.line.origin}/`, { date: DATE, files })).toEqual({ done: true });
  await cut(reading);
  reading.page.on("requestfailed", (request) => OF_A_SEARCH.test(request.url()) && failed.push(request.url()));
  return { ...reading, files, failed };
}

async function cut({ page, line }: Reading): Promise<void> {
  line.suffer(() => ({ cut: true }));
  await page.context().setOffline(true);
}

async function connect({ page, line }: Reading): Promise<void> {
  line.suffer(() => undefined);
  await page.context().setOffline(false);
}

async function searchFor(page: Page, goTo: () => Promise<void>): Promise<void> {
  await goTo();
  await page.locator(".search-years").waitFor();
  await settled(page);
}

const yearsOf = (page: Page): Promise<string> => page.locator(".search-years").innerText();

describe("a search without a connection", () => {
  const online = publication.sharedVisit();

  async function askOnline(asked: readonly SearchRequest[]): Promise<readonly SearchAnswer[]> {
    const { page, goTo }: Visit = online();
    await reachSearchWorker(page);
    await searchFor(page, () => goTo("search/?q=brent"));
    return askSearchWorker(page, asked);
  }

  it(`answers ${QUERIES} queries as one with a connection does, story by story, where all of the edition was taken along`, async () => {
    const expected = await askOnline(requests);
    const { page, goTo, failed } = await readerWith({ part: "everything", pictures: false });
    await reachSearchWorker(page);
    await searchFor(page, () => goTo("/search/?q=brent"));
    expect(await askSearchWorker(page, requests)).toEqual(expected);
    expect(failed).toEqual([]);
    expect(await yearsOf(page)).toBe("Searched 2026 to 2023, kept on this device.");
    expect(expected.length).toBe(QUERIES);
    expect(expected.filter(({ total }) => total > 0).length).toBeGreaterThan(QUERIES / 2);
    expect(expected.filter(({ suggestion }) => suggestion !== undefined).length).toBeGreaterThan(QUERIES / 20);
  });

  it("answers as one with a connection does that is for the year that was taken along, and says so; over all years once the line is back", async () => {
    const ofAnyTime = requests.filter(({ from, to }) => from === undefined && to === undefined).slice(0, QUERIES / 4);
    const expected = await askOnline(ofAnyTime.map((request) => ({ ...request, from: "2025-01", to: "2025-12" })));
    const reading = await readerWith({ part: "year:2025", pictures: false });
    const { page, goTo, failed } = reading;
    await reachSearchWorker(page);
    await searchFor(page, () => goTo("/search/?q=trade"));
    expect(await yearsOf(page)).toBe("Searched 2025, kept on this device; 2026, 2024 and 2023 need a connection. Try again");
    const status = page.locator("main [role=status]");
    await expect.poll(() => status.textContent()).toMatch(/ for “trade”\. Searched 2025, kept on this device; 2026, /);
    const answers = await askSearchWorker(page, ofAnyTime);
    expect(answers.map(found)).toEqual(expected.map(found));
    expect(answers.map(({ missing }) => missing)).toEqual(ofAnyTime.map(() => [2026, 2024, 2023]));
    expect(failed.filter((address) => !/\/pagefind\/202[346]\//.test(address))).toEqual([]);
    await connect(reading);
    await field(page).fill("euro");
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
  });

  it("marks the stories that are not on the device, and shows the pictures that are", async () => {
    const { page, goTo, failed, files } = await readerWith({ part: "section:politics", pictures: true });
    await searchFor(page, () => goTo("/search/?q=trade"));
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

  it("says that it is not kept where it is not, and what to do, on its page and in its dialog, which works once the line is back", async () => {
    const reading = await open();
    const { page, goTo } = reading;
    await goTo("/about/");
    await stayUntilKept(reading);
    await cut(reading);
    await goTo("/search/?q=trade");
    await summary(page).getByText("The search is not kept on this device").waitFor();
    const results = page.locator(".search-summary");
    expect(await results.locator("p").innerText()).toBe(
      "It needs a connection. Take the edition along to search it anywhere. All stories are in the lists below. Try again",
    );
    expect(await results.getByRole("link").evaluate((link: HTMLAnchorElement) => link.pathname)).toBe("/offline/");
    await expect.poll(() => page.locator("main [role=status]").textContent()).toMatch(/ Take the edition along /);
    await goTo("/about/");
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByText("The search is not kept on this device. It needs a connection.").waitFor();
    expect(await dialog.getByRole("link", { name: "Take the edition along" }).count()).toBe(1);
    await connect(reading);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByRole("option").first().waitFor();
  });

  it("is over the years that were searched before, where nothing was taken along, and over all of them when tried again", async () => {
    const reading = await open();
    const { page, goTo } = reading;
    await goTo("/about/");
    await stayUntilKept(reading);
    await searchFor(page, () => goTo("/search/?q=trade&from=2025-01"));
    // The browser notices nothing: there is a network, and no answer from the host.
    reading.line.suffer(() => ({ cut: true }));
    await searchFor(page, () => goTo("/search/?q=trade"));
    expect(await yearsOf(page)).toBe("Searched 2026 and 2025, kept on this device; older years need a connection. Try again");
    expect(await cards(page).count()).toBeGreaterThan(0);
    expect(await marked(page).count()).toBe(await cards(page).count());
    reading.line.suffer(() => undefined);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
    expect(await marked(page).count()).toBe(0);
  });
});

it("a search that loses its line says which years need a connection, marks nothing, and leaves no trace of pictures", async () => {
  const { page, context, goTo } = await publication.visit();
  await page.route("**/pictures/**", (route) => route.abort());
  await page.route("**/pagefind/2023/**", (route) => route.abort());
  await searchFor(page, () => goTo("search/?q=trade"));
  expect(await yearsOf(page)).toBe("Searched 2026 to 2024. 2023 could not be loaded. Try again");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("2023 needs a connection.").waitFor();
  expect(await yearsOf(page)).toBe("Searched 2026 to 2024. 2023 needs a connection. Try again");
  expect(await marked(page).count()).toBe(0);
  expect(await brokenPictures(page)).not.toEqual([]);
  await expect.poll(() => page.locator("#search_results img:not([hidden])").count()).toBe(0);
});

/** The stories that are said not to be on the device. */
function marked(page: Page): Locator {
  return cards(page).filter({ hasText: "· Needs a connection" });
}

/** What of an answer is the same whether other years were not asked for or could not be. */
function found({ holds, total, stories, searched, suggestion }: SearchAnswer) {
  return { holds, total, stories, searched, suggestion };
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
