import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchRequest } from "../../src/formats/search/search-request.ts";
import { AS_OF } from "../global-setup.ts";
import { queriesAbout } from "../queries-about-stories.ts";
import { readCatalog } from "../read-catalog.ts";
import { ROOT, readTree } from "../site/build-site.ts";
import { type OfflineVisit, offlineVisits, waitForWorker } from "./offline-visit.ts";
import { field, settled } from "./search-visit.ts";
import { exposeSearchWorker, searchInWorker } from "./search-worker-client.ts";
import { filesOfSelection, storeEdition } from "./stored-edition.ts";
import type { Visit } from "./visit.ts";

/** Files that the search page loads to search, and to show results. */
const SEARCH_FILE = /\/(?:pagefind|pictures|assets)\//;
const DATE = "2026-11-19T08:00:00-05:00";

interface OfflineSearchVisit extends OfflineVisit {
  /** The files of the stored edition. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Files of the search that could not be loaded offline. */
  readonly failed: readonly string[];
}

/** Opens windows whose reader has downloaded a selection, has never searched, and is offline. */
export function offlineSearches(): (selection: Selection) => Promise<OfflineSearchVisit> {
  const open = offlineVisits();
  const tree = readTree(inject("siteFolder"));
  return async (selection) => {
    const visit = await open();
    const failed: string[] = [];
    await visit.goTo("/about/");
    await waitForWorker(visit);
    const files = filesOfSelection(tree, selection);
    expect(await storeEdition(visit.page, `${visit.network.origin}/`, { date: DATE, files })).toEqual({ done: true });
    await disconnect(visit);
    visit.page.on("requestfailed", (request) => SEARCH_FILE.test(request.url()) && failed.push(request.url()));
    return { ...visit, files, failed };
  };
}

export async function disconnect({ page, network }: OfflineVisit): Promise<void> {
  network.simulate(() => ({ disconnect: true }));
  await page.context().setOffline(true);
}

export async function connect({ page, network }: OfflineVisit): Promise<void> {
  network.simulate(() => undefined);
  await page.context().setOffline(false);
}

/** Opens a search page, and waits for its results. */
export async function searchAt(page: Page, goTo: () => Promise<void>): Promise<void> {
  await goTo();
  await page.locator(".search-years").waitFor();
  await settled(page);
}

/** Which years the page says that it has searched. */
export function searchedYears(page: Page): Promise<string> {
  return page.locator(".search-years").innerText();
}

/** Compares answers offline, from the whole edition, with those online. */
export async function compareWholeEdition(online: Visit, offline: OfflineSearchVisit, count: number): Promise<void> {
  const requests = await searchRequests(count);
  const expected = await answersOnline(online, requests);
  const { page, goTo, failed } = offline;
  await exposeSearchWorker(page);
  await searchAt(page, () => goTo("/search/?q=brent"));
  expect(await searchInWorker(page, requests)).toEqual(expected);
  expect(failed).toEqual([]);
  expect(await searchedYears(page)).toBe("Searched 2026 to 2023, saved on this device.");
  expect(expected.length).toBe(count);
  expect(expected.filter(({ total }) => total > 0).length).toBeGreaterThan(count / 2);
  expect(expected.filter(({ correction }) => correction !== undefined).length).toBeGreaterThan(count / 20);
}

/** Compares answers offline, from the edition of 2025, with those online for that year. Goes online in the end. */
export async function compareYear(online: Visit, offline: OfflineSearchVisit, count: number): Promise<void> {
  const requests = (await searchRequests(2 * count))
    .filter(({ from, to }) => from === undefined && to === undefined)
    .slice(0, count);
  const expected = await answersOnline(
    online,
    requests.map((request) => ({ ...request, from: "2025-01", to: "2025-12" })),
  );
  const { page, goTo, failed } = offline;
  await exposeSearchWorker(page);
  await searchAt(page, () => goTo("/search/?q=trade"));
  expect(await searchedYears(page)).toBe("Searched 2025, saved on this device; 2026, 2024 and 2023 need a connection. Try again");
  const status = page.locator("main [role=status]");
  await expect.poll(() => status.textContent()).toMatch(/ for “trade”\. Searched 2025, saved on this device; 2026, /);
  const answers = await searchInWorker(page, requests);
  expect(answers.map(withoutMissingYears)).toEqual(expected.map(withoutMissingYears));
  expect(answers.map(({ missing }) => missing)).toEqual(requests.map(() => [2026, 2024, 2023]));
  expect(failed.filter((address) => !/\/pagefind\/202[346]\//.test(address))).toEqual([]);
  await connect(offline);
  await field(page).fill("euro");
  await page.getByText("Searched 2026 to 2023.", { exact: true }).waitFor();
}

async function searchRequests(count: number): Promise<readonly SearchRequest[]> {
  const { catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF);
  return queriesAbout(catalog.articles, count);
}

async function answersOnline({ page, goTo }: Visit, requests: readonly SearchRequest[]): Promise<readonly SearchAnswer[]> {
  await exposeSearchWorker(page);
  await searchAt(page, () => goTo("search/?q=brent"));
  return searchInWorker(page, requests);
}

/** The years that were not searched are missing offline, and not requested online. */
function withoutMissingYears({ matching, total, stories, searched, correction }: SearchAnswer) {
  return { matching, total, stories, searched, correction };
}
