import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { brokenPictures, cachedPaths, type OfflineVisit, offlineVisits, waitForWorker } from "./offline-visit.ts";

const tree = readTree(inject("siteFolder"));
/** With a picture above its text, and a chart in it. */
const [file = "", html = ""] =
  [...tree]
    .map(([path, bytes]) => [path, bytes.toString()] as const)
    .find(([path, text]) => /^\d{4}\//.test(path) && /<picture/.test(text) && /class="chart/.test(text)) ?? [];
const story = file.slice(0, -"index.html".length);
const title = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? "";

const heading = (page: Page) => page.getByRole("heading", { name: /^Saved on this device: / });

async function download({ page, goTo }: OfflineVisit, root: string, scope: string): Promise<void> {
  await goTo(`${root}offline/`);
  await page.getByRole("combobox", { name: "Choose what to download" }).selectOption(scope);
  await page.getByRole("main").getByRole("button", { name: "Download", exact: true }).click();
  await heading(page).waitFor();
}

/** Searches for a story that was never visited by its title, and opens it. */
async function searchAndRead({ page, goTo }: OfflineVisit, root: string): Promise<void> {
  await goTo(`${root}search/`);
  await page.getByRole("main").getByRole("searchbox").or(page.getByRole("main").getByRole("combobox")).first().fill(title);
  await page.getByText(/^Searched .* saved on this device\.$/).waitFor();
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await page.waitForURL(`**/${story}**`);
}

describe("a reader who has downloaded the whole edition", () => {
  const open = offlineVisits(["/a/b/", "/c/"]);

  it("finds and reads a story never visited, with its picture and its chart", async () => {
    const root = "/a/b/";
    const visit = await open();
    const { page, network } = visit;
    await download(visit, root, "everything");
    network.simulate(() => ({ disconnect: true }));
    const failed: string[] = [];
    page.on("requestfailed", (request) => {
      const error = request.failure()?.errorText;
      // Requests that the next navigation cancels have not failed.
      if (error !== "net::ERR_ABORTED") failed.push(`${request.url()} ${error}`);
    });
    await searchAndRead(visit, root);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect(await page.locator("main img").count()).toBeGreaterThan(0);
    expect(await brokenPictures(page)).toEqual([]);
    const chart = page.locator("figure.chart").filter({ visible: true }).first();
    await chart.scrollIntoViewIfNeeded();
    expect(await chart.locator("svg").first().isVisible()).toBe(true);
    await expect.poll(() => page.locator(".page-age").innerText()).toMatch(/edition of \d+ \w+ \d{4}/i);
    await visit.goTo(`${root}picture-credits/`);
    await page.getByRole("link", { name: "a list of their own" }).click();
    await page.getByText("SIL OPEN FONT LICENSE").first().waitFor();
    expect(failed).toEqual([]);
  });

  it("leaves another site on the same host unchanged", async () => {
    const visit = await open();
    const { page, network, goTo } = visit;
    await goTo(`/c/${story}`);
    await waitForWorker(visit);
    const others = async () => {
      const names = await page.evaluate(() => caches.keys());
      const own = names.filter((name) => name.startsWith(`${network.origin}/c/ `));
      return Promise.all(own.sort().map(async (name) => [name, await cachedPaths(page, name)]));
    };
    const before = await others();
    await download(visit, "/a/b/", "year:2023");
    await page.getByRole("button", { name: "Remove download" }).click();
    await heading(page).waitFor({ state: "detached" });
    expect(await others()).toEqual(before);
    network.simulate(() => ({ disconnect: true }));
    await goTo(`/c/${story}`);
    expect(await page.locator("h1").innerText()).toBe(title);
  });
});
