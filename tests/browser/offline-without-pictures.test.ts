import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { axeViolations } from "./axe.ts";
import { type OfflineVisit, offlineVisits, waitForWorker } from "./offline-visit.ts";
import { filesOfSelection, isControlled, storeEdition } from "./stored-edition.ts";

const tree = readTree(inject("siteFolder"));
const textOnly = { date: "2026-11-19T08:00:00-05:00", files: filesOfSelection(tree, { part: "year:2026", pictures: false }) };

/** With a picture and a chart. */
const STORY = "/2026/07/08/three-years-of-brent/";

describe("a reader without a connection who has downloaded an edition without pictures", () => {
  const open = offlineVisits();
  const PREFIX = "Picture not on this device: ";
  const brokenCount = ({ page }: OfflineVisit) =>
    page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length);

  async function openOffline(): Promise<OfflineVisit> {
    const visit = await open();
    const { page, network, goTo } = visit;
    const root = `${network.origin}/`;
    await goTo("/privacy/");
    await waitForWorker(visit);
    await expect.poll(() => isControlled(page, root)).toBe(true);
    expect(await storeEdition(page, root, textOnly)).toEqual({ done: true });
    network.simulate(() => ({ disconnect: true }));
    return visit;
  }

  it("reads the alternative text of pictures, with captions and credits", async () => {
    const visit = await openOffline();
    const [, alt] = /<picture>.*?<img[^>]* alt="([^"]+)"/s.exec(tree.get(`${STORY.slice(1)}index.html`)?.toString() ?? "") ?? [];
    await visit.goTo(STORY);
    const figure = visit.page.locator(".story figure").filter({ hasText: PREFIX });
    expect(await figure.locator("p").textContent()).toBe(PREFIX + alt);
    expect(await figure.locator("figcaption .credit").textContent()).toContain("CC BY 4.0");
    expect(await figure.locator("img").count()).toBe(0);
    expect(await visit.page.getByRole("slider").count()).toBeGreaterThan(0);
    expect(await axeViolations(visit.page)).toEqual([]);
  });

  it("sees neither broken pictures nor gaps in listings", async () => {
    const visit = await openOffline();
    const { page } = visit;
    for (const path of ["/politics/", "/"]) {
      await visit.goTo(path);
      await expect.poll(() => page.locator(".card-picture").count()).toBe(0);
      expect(await brokenCount(visit), path).toBe(0);
      expect(await page.getByText(PREFIX).count(), path).toBe(0);
    }
    const lead = await page.locator(".front").boundingBox();
    const beside = await page.locator(".front + .cards-grid").boundingBox();
    expect(beside?.y).toBeGreaterThanOrEqual((lead?.y ?? 0) + (lead?.height ?? 0));
    expect(beside?.width).toBe((await page.locator("section.block").first().boundingBox())?.width);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("reads the alternative text of lazy pictures once they are requested", async () => {
    const visit = await openOffline();
    const { page } = visit;
    // A narrow page is so long that its end is not requested with its beginning.
    await page.setViewportSize({ width: 320, height: 480 });
    await visit.goTo("/picture-credits/");
    await expect.poll(() => page.getByText(PREFIX).count()).toBeGreaterThan(1);
    const last = page.locator(".credits li").last();
    expect(await last.getByText(PREFIX).count()).toBe(0);
    await last.scrollIntoViewIfNeeded();
    await last.getByText(PREFIX).waitFor();
    await expect.poll(() => brokenCount(visit)).toBe(0);
  });
});
