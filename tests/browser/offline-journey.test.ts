import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { brokenPictures, keptPaths, keptReading, type Reading, stayUntilKept } from "./kept-reading.ts";

const tree = readTree(inject("siteFolder"));
/** With a picture above its text, and a chart in it. */
const [file = "", html = ""] =
  [...tree]
    .map(([path, bytes]) => [path, bytes.toString()] as const)
    .find(([path, text]) => /^\d{4}\//.test(path) && /<picture/.test(text) && /class="chart/.test(text)) ?? [];
const story = file.slice(0, -"index.html".length);
const title = /<h1[^>]*>([^<]+)</.exec(html)?.[1] ?? "";

const onDevice = (page: Page) => page.getByRole("heading", { name: "On this device: Everything, with pictures" });

async function takeAlong({ page, goTo }: Reading, root: string): Promise<void> {
  await goTo(`${root}offline/`);
  await page.getByRole("main").getByRole("button", { name: "Take it along" }).click();
  await onDevice(page).waitFor();
}

/** Searches for a story that was never opened, by its title, and opens it from there. */
async function searchAndRead({ page, goTo }: Reading, root: string): Promise<void> {
  await goTo(`${root}search/`);
  await page.getByRole("main").getByRole("searchbox").or(page.getByRole("main").getByRole("combobox")).first().fill(title);
  await page.getByText(/^Searched .* kept on this device\.$/).waitFor();
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await page.waitForURL(`**/${story}**`);
}

describe("a reader who has taken the whole edition along", () => {
  const open = keptReading(["/", "/a/b/", "/c/"]);

  it.each(["/", "/a/b/"])("finds and reads a story never visited, below %s, with its picture and its chart", async (root) => {
    const reading = await open();
    const { page, line } = reading;
    await takeAlong(reading, root);
    line.suffer(() => ({ cut: true }));
    const failed: string[] = [];
    page.on("requestfailed", (request) => {
      const fault = request.failure()?.errorText;
      // What the browser gives up because the reader goes on to the next page has not failed.
      if (fault !== "net::ERR_ABORTED") failed.push(`${request.url()} ${fault}`);
    });
    await searchAndRead(reading, root);
    expect(await page.locator("h1").innerText()).toBe(title);
    expect(await page.locator("main img").count()).toBeGreaterThan(0);
    expect(await brokenPictures(page)).toEqual([]);
    const chart = page.locator("figure.chart").filter({ visible: true }).first();
    await chart.scrollIntoViewIfNeeded();
    expect(await chart.locator("svg").first().isVisible()).toBe(true);
    await expect.poll(() => page.locator(".page-age").innerText()).toMatch(/edition of \d+ \w+ \d{4}/i);
    expect(failed).toEqual([]);
  });

  it("leaves another site on the same host as it was", async () => {
    const reading = await open();
    const { page, line, goTo } = reading;
    await goTo(`/c/${story}`);
    await stayUntilKept(reading);
    const others = async () => {
      const names = await page.evaluate(() => caches.keys());
      const own = names.filter((name) => name.startsWith(`${line.origin}/c/ `));
      return Promise.all(own.sort().map(async (name) => [name, await keptPaths(page, name)]));
    };
    const before = await others();
    await takeAlong(reading, "/a/b/");
    await page.getByRole("button", { name: "Delete this edition" }).click();
    await onDevice(page).waitFor({ state: "detached" });
    expect(await others()).toEqual(before);
    line.suffer(() => ({ cut: true }));
    await goTo(`/c/${story}`);
    expect(await page.locator("h1").innerText()).toBe(title);
  });
});
