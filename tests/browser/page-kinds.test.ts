import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { arriveLate, FONTS_AND_IMAGES, layoutShifts, scrollToEnd, watchLayout } from "./layout-shift.ts";
import { PAGE_KINDS, STORY } from "./page-kinds.ts";
import { policyViolations, watchPolicy } from "./policy-violations.ts";
import { servePublication, type Visit } from "./visit.ts";

/** What one visit of a page shows, by subject. */
interface LoadReport {
  readonly headings: number;
  readonly brokenImages: readonly string[];
  readonly troubles: readonly string[];
  readonly policy: readonly string[];
  readonly shifts: readonly string[];
}

/** An empty page of the same host: unlike about:blank it does not cost the next page a new renderer process. */
const BLANK = "blank.html";
const WIDE = { width: 1280, height: 800 };

/** Loads a page as on a first visit, the files that match `late` after the first paint, and scrolls through it. */
async function load({ page, troubles, addressOf, goTo }: Visit, path: string, late?: RegExp): Promise<LoadReport> {
  // Requests that the former page has not finished are cancelled, and reported, before this one starts.
  await goTo(BLANK);
  troubles.length = 0;
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light" });
  await (late ? arriveLate(page, addressOf(path), late) : goTo(path));
  await scrollToEnd(page);
  return {
    headings: await page.locator("h1").count(),
    brokenImages: await brokenImages(page),
    shifts: await layoutShifts(page),
    policy: await policyViolations(page),
    troubles: [...troubles],
  };
}

/** Fetches and decodes every image of the page, those far below as well. */
async function brokenImages(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const broken: string[] = [];
    for (const image of document.images) {
      image.loading = "eager";
      await image.decode().catch(() => broken.push(image.currentSrc));
    }
    return broken;
  });
}

/** Registers the assertions on a load, each a test of its own. */
function itLoads(report: () => LoadReport): void {
  it("has one h1, and every image loads", () => {
    expect(report().headings).toBe(1);
    expect(report().brokenImages).toEqual([]);
  });

  it("makes no failed request, no request to another host and no console message", () => {
    expect(report().troubles).toEqual([]);
  });

  it("violates no directive of the content-security policy", () => {
    expect(report().policy).toEqual([]);
  });

  it("shifts nothing while it loads", () => {
    expect(report().shifts).toEqual([]);
  });
}

describe("in a folder of its host,", () => {
  const publication = servePublication("/a/b/");
  const visit = publication.sharedVisit();
  beforeAll(() => watch(visit()));

  describe.each(Object.entries(PAGE_KINDS))("%s", (_, path) => {
    let report: LoadReport;
    let axe: readonly string[];
    let narrowWidth: number | undefined;

    beforeAll(async () => {
      const { page } = visit();
      report = await load(visit(), path, FONTS_AND_IMAGES);
      axe = await axeViolations(page);
      // As at 400 % on a screen of 1280 pixels (WCAG 2.2, 1.4.10 Reflow).
      await page.setViewportSize({ width: 320, height: 256 });
      narrowWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth);
    });

    itLoads(() => report);

    it("passes axe, light and dark, wide and narrow", () => {
      expect(axe).toEqual([]);
    });

    it("does not scroll sideways in a window 320 pixels wide", () => {
      expect(narrowWidth).toBe(320);
    });
  });
});

describe("at the root of its host,", () => {
  const publication = servePublication();
  const visit = publication.sharedVisit();
  beforeAll(() => watch(visit()));

  describe.each(["", "politics/", STORY, "market-data/brent/", "search/", "offline/", "no/such/page/"])("/%s", (path) => {
    let report: LoadReport;
    beforeAll(async () => {
      report = await load(visit(), path);
    });
    itLoads(() => report);
  });
});

async function watch({ page }: Visit): Promise<void> {
  await page.route(`**/${BLANK}`, (route) =>
    route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }),
  );
  await watchLayout(page);
  await watchPolicy(page);
}
