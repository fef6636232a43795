import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { contrasts, overlapping, shownChart, wordBoxes } from "./chart-measures.ts";
import { arriveLate, layoutShifts, watchLayout } from "./layout-shift.ts";
import { servePublication, type Visit } from "./visit.ts";

const BRENT = "market-data/brent/";
const PRICES = "market-data/us-cpi/";
const CHUNK = /\/market-chart-\w+\.js$/;

const publication = servePublication();

describe("a chart explored by keyboard", () => {
  it("reads out the latest figure on focus, and each figure that keys move to, as its table has them", async () => {
    const { page, troubles } = await read(BRENT);
    const rows = await tableOf(page);
    expect(rows.length).toBeGreaterThan(30);
    await slider(page).focus();
    expect(await readout(page)).toBe(rows.at(-1));
    const keys = { ArrowLeft: -1, ArrowDown: -1, PageDown: -Math.ceil(rows.length / 10), ArrowRight: 1, ArrowUp: 1 };
    let at = rows.length - 1;
    for (const [key, step] of Object.entries(keys)) {
      await page.keyboard.press(key);
      at += step;
      expect(await readout(page), key).toBe(rows[at]);
    }
    await page.keyboard.press("Home");
    expect(await readout(page)).toBe(rows[0]);
    await page.keyboard.press("ArrowLeft");
    expect(await readout(page)).toBe(rows[0]);
    await page.keyboard.press("End");
    expect(await readout(page)).toBe(rows.at(-1));
    expect(troubles).toEqual([]);
  });

  it("is a named slider whose value text has the period and the figure with its unit", async () => {
    const { page } = await read(BRENT);
    await slider(page).press("Home");
    await expect.poll(() => slider(page).getAttribute("aria-valuetext")).toMatch(/^June 2023: [\d.]+ US dollars a barrel$/);
    expect(await slider(page).getAttribute("aria-valuenow")).toBe("1");
    expect(await slider(page).getAttribute("aria-label")).toMatch(/^Figures: Brent crude oil/);
    expect(await slider(page).getAttribute("aria-valuemax")).toBe(String((await tableOf(page)).length));
  });

  it("hides its crosshair on Escape and on blur", async () => {
    const { page } = await read(BRENT);
    for (const leave of ["Escape", "Tab"]) {
      await slider(page).press("ArrowLeft");
      expect(await crosshair(page).count()).toBe(1);
      await page.keyboard.press(leave);
      expect(await crosshair(page).count()).toBe(0);
      expect(await reading(page).isVisible()).toBe(false);
    }
  });

  it("reads out a gap as not published, without a dot", async () => {
    const { page } = await read(PRICES);
    await slider(page).press("End");
    while (!(await slider(page).getAttribute("aria-valuetext"))?.startsWith("October 2025"))
      await page.keyboard.press("ArrowLeft");
    expect(await reading(page).textContent()).toBe("October 2025: not published");
    expect(await shownChart(page).locator(".chart-cursor circle").count()).toBe(0);
    await page.keyboard.press("ArrowLeft");
    expect(await shownChart(page).locator(".chart-cursor circle").count()).toBe(1);
  });
});

describe("a chart explored by pointer", () => {
  it("reads out the figure nearest to the pointer, with a dot on the line, and hides it when the pointer leaves", async () => {
    const { page } = await read(BRENT);
    const rows = await tableOf(page);
    const { x, y, width, height } = await plotBox(page);
    await page.mouse.move(x + 1, y + height / 2);
    expect(await readout(page)).toBe(rows[0]);
    await page.mouse.move(x + width - 1, y + height / 2);
    expect(await readout(page)).toBe(rows.at(-1));
    const [dot, end] = [shownChart(page).locator(".chart-cursor circle"), shownChart(page).locator("circle.chart-end").first()];
    expect(await middleOf(dot)).toEqual(await middleOf(end));
    await page.mouse.move(x, y - 200);
    expect(await reading(page).isVisible()).toBe(false);
  });

  it("keeps the readout of a tap until the next tap elsewhere", async () => {
    const { page } = await read(BRENT, { hasTouch: true, viewport: { width: 390, height: 844 } });
    await shownChart(page).scrollIntoViewIfNeeded();
    const rows = await tableOf(page);
    const { x, y, height } = await plotBox(page);
    await page.touchscreen.tap(x + 1, y + height / 2);
    expect(await readout(page)).toBe(rows[0]);
    await page.getByRole("heading", { level: 1 }).tap();
    expect(await reading(page).isVisible()).toBe(false);
  });

  it("shows the readout within the window and beside the pointer", async () => {
    for (const width of [320, 1280]) {
      const { page } = await read(BRENT, { viewport: { width, height: 800 } });
      await shownChart(page).scrollIntoViewIfNeeded();
      const plot = await plotBox(page);
      for (const share of [0.01, 0.3, 0.7, 0.99]) {
        const pointer = plot.x + plot.width * share;
        await page.mouse.move(pointer, plot.y + plot.height / 2);
        const box = await reading(page).boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
      }
    }
  });
});

describe("a chart", () => {
  it.each([320, 1280])("causes no layout shift in a window of %i px, by its script or its readout", async (width) => {
    const { page, addressOf } = await publication.tab({ viewport: { width, height: 800 } });
    await watchLayout(page);
    await arriveLate(page, addressOf(BRENT), CHUNK);
    const before = await sizeOf(shownChart(page));
    await slider(page).waitFor();
    await slider(page).press("ArrowLeft");
    expect(await sizeOf(shownChart(page))).toEqual(before);
    expect(await layoutShifts(page)).toEqual([]);
  });

  it("is complete without scripts: drawn, labelled, with its table, and no slider", async () => {
    const { page, goTo } = await publication.tab({ javaScriptEnabled: false });
    await goTo(BRENT);
    expect(await shownChart(page).getByRole("img").getAttribute("aria-label")).toMatch(/lowest [\d.]+ \(.*highest [\d.]+ \(/);
    expect(await slider(page).count()).toBe(0);
    await shownChart(page).locator("summary").click();
    expect(await shownChart(page).getByRole("table").isVisible()).toBe(true);
  });

  it("loads its script only on pages with a chart", async () => {
    const { page, goTo } = await publication.tab();
    const loaded: string[] = [];
    page.on("request", (request) => CHUNK.test(request.url()) && loaded.push(request.url()));
    for (const path of ["", "about/"]) {
      await goTo(path);
      await page.waitForLoadState("networkidle");
    }
    expect(loaded).toEqual([]);
    await goTo(BRENT);
    await slider(page).waitFor();
    expect(loaded).toHaveLength(1);
  });

  it("has no inline styles, before and during use", async () => {
    const { page } = await read(BRENT);
    await slider(page).press("ArrowLeft");
    expect(await page.locator("figure.chart [style], figure.chart style").count()).toBe(0);
  });

  it("passes axe during use and with its table open", async () => {
    const { page } = await read(PRICES);
    await shownChart(page).locator("summary").click();
    await slider(page).press("ArrowLeft");
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([320, 390, 1280])("has labels that fit a window of %i px and never overlap", async (width) => {
    const { page, goTo } = await publication.tab({ viewport: { width, height: 800 } });
    for (const path of [BRENT, PRICES, "market-data/us10y/", "market-data/krw/"]) {
      await goTo(path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width);
      for (const range of await rangesOf(page)) {
        await page.evaluate((id) => location.replace(`#${id}`), range);
        const boxes = await wordBoxes(page);
        expect(boxes.length).toBeGreaterThan(6);
        expect(boxes.filter(({ left, right }) => left < 0 || right > width).map(({ text }) => text)).toEqual([]);
        expect(overlapping(boxes), `${path}#${range}`).toEqual([]);
      }
    }
  });
});

describe("a chart under system preferences", () => {
  it.each(["light", "dark"] as const)("%s: its labels and lines have enough contrast", async (colorScheme) => {
    const { page } = await read(BRENT, { colorScheme });
    const { words, shapes } = await contrasts(page);
    expect(words.length).toBeGreaterThan(6);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(...shapes)).toBeGreaterThanOrEqual(3);
  });

  it.each(["light", "dark"] as const)("forced colours, %s: everything but the grid has the text colour", async (colorScheme) => {
    const { page } = await read(BRENT, { colorScheme, forcedColors: "active" });
    const { words, shapes } = await contrasts(page);
    expect(Math.min(...words, ...shapes)).toBeGreaterThanOrEqual(7);
    const [text, ...others] = await shownChart(page).evaluate((chart) => {
      const line = getComputedStyle(chart.querySelector(".chart-line") ?? chart).stroke;
      const end = getComputedStyle(chart.querySelector(".chart-end") ?? chart).fill;
      return [getComputedStyle(document.body).color, line, end];
    });
    expect(new Set(others)).toEqual(new Set([text]));
  });

  it("in print: it is dark on white, without interactive parts", async () => {
    const { page } = await read(BRENT, { colorScheme: "dark" });
    await slider(page).press("ArrowLeft");
    await page.emulateMedia({ media: "print" });
    expect(await shownChart(page).getByRole("img").isVisible()).toBe(true);
    for (const part of [slider(page), reading(page), crosshair(page), shownChart(page).locator("details")]) {
      expect(await part.isVisible()).toBe(false);
    }
    const { words } = await contrasts(page);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Opens a page with charts and waits until they are interactive. */
async function read(path: string, options?: Parameters<typeof publication.tab>[0]): Promise<Visit> {
  const visit = await publication.tab(options);
  await visit.goTo(path);
  await slider(visit.page).waitFor();
  return visit;
}

function slider(page: Page): Locator {
  return shownChart(page).getByRole("slider");
}

function reading(page: Page): Locator {
  return shownChart(page).locator(".chart-reading");
}

function crosshair(page: Page): Locator {
  return shownChart(page).locator(".chart-cursor line");
}

/** The visible readout of the chart; the slider’s value text must be equal. */
async function readout(page: Page): Promise<string | null> {
  const text = await reading(page).textContent();
  expect(await reading(page).isVisible()).toBe(true);
  expect(await slider(page).getAttribute("aria-valuetext")).toBe(text);
  return text;
}

/** The rows of the chart’s table, formatted as readouts. */
async function tableOf(page: Page): Promise<readonly string[]> {
  return shownChart(page)
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map(({ children: [period, figure] }) => `${period?.textContent}: ${figure?.textContent} US dollars a barrel`),
    );
}

/** The plot, which is the nested SVG. */
async function plotBox(page: Page) {
  const box = await shownChart(page)
    .locator("svg svg")
    .evaluate((plot) => {
      const { x, y, width, height } = plot.getBoundingClientRect();
      return { x, y, width, height };
    });
  return box;
}

async function sizeOf(part: Locator) {
  return part.evaluate(({ scrollWidth, scrollHeight }) => ({ scrollWidth, scrollHeight }));
}

async function middleOf(part: Locator) {
  return part.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  });
}

async function rangesOf(page: Page): Promise<readonly string[]> {
  return page.locator(".chart-range").evaluateAll((ranges) => ranges.map(({ id }) => id));
}
