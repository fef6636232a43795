import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { faultsInEveryLook } from "./axe.ts";
import { filesIn, isAnswering, keepEdition } from "./kept-edition.ts";
import { keptReading, type Reading, stayUntilKept } from "./kept-reading.ts";

const tree = readTree(inject("siteFolder"));
const wordsOnly = { date: "2026-11-19T08:00:00-05:00", files: filesIn(tree, { part: "year:2026", pictures: false }) };

/** With a picture and a chart. */
const STORY = "/2026/07/08/three-years-of-brent/";

describe("a reader without a connection who has taken an edition along without its pictures", () => {
  const open = keptReading();
  const WORDS = "Picture not on this device: ";
  const brokenCount = ({ page }: Reading) =>
    page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).length);

  async function openCut(): Promise<Reading> {
    const reading = await open();
    const { page, line, goTo } = reading;
    const root = `${line.origin}/`;
    await goTo("/privacy/");
    await stayUntilKept(reading);
    await expect.poll(() => isAnswering(page, root)).toBe(true);
    expect(await keepEdition(page, root, wordsOnly)).toEqual({ done: true });
    line.suffer(() => ({ cut: true }));
    return reading;
  }

  it("is told in a story what its picture shows, with its caption and credit", async () => {
    const reading = await openCut();
    const [, alt] = /<picture>.*?<img[^>]* alt="([^"]+)"/s.exec(tree.get(`${STORY.slice(1)}index.html`)?.toString() ?? "") ?? [];
    await reading.goTo(STORY);
    const figure = reading.page.locator(".story figure").filter({ hasText: WORDS });
    expect(await figure.locator("p").textContent()).toBe(WORDS + alt);
    expect(await figure.locator("figcaption .credit").textContent()).toContain("CC BY 4.0");
    expect(await figure.locator("img").count()).toBe(0);
    expect(await reading.page.getByRole("slider").count()).toBeGreaterThan(0);
    expect(await faultsInEveryLook(reading.page)).toEqual([]);
  });

  it("finds neither broken pictures nor holes in listings", async () => {
    const reading = await openCut();
    const { page } = reading;
    for (const path of ["/politics/", "/"]) {
      await reading.goTo(path);
      await expect.poll(() => page.locator(".card-picture").count()).toBe(0);
      expect(await brokenCount(reading), path).toBe(0);
      expect(await page.getByText(WORDS).count(), path).toBe(0);
    }
    const lead = await page.locator(".front").boundingBox();
    const beside = await page.locator(".front + .cards-grid").boundingBox();
    expect(beside?.y).toBeGreaterThanOrEqual((lead?.y ?? 0) + (lead?.height ?? 0));
    expect(beside?.width).toBe((await page.locator("section.block").first().boundingBox())?.width);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("is told of pictures further down as soon as they are asked for", async () => {
    const reading = await openCut();
    const { page } = reading;
    await reading.goTo("/picture-credits/");
    await expect.poll(() => page.getByText(WORDS).count()).toBeGreaterThan(1);
    const last = page.locator(".credits li").last();
    expect(await last.getByText(WORDS).count()).toBe(0);
    await last.scrollIntoViewIfNeeded();
    await last.getByText(WORDS).waitFor();
    await expect.poll(() => brokenCount(reading)).toBe(0);
  });
});
