import type { Page } from "playwright-core";

/** What the Layout Instability API reports, as far as the tests read it. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

interface WatchedWindow extends Window {
  takeShifts?: () => readonly LayoutShift[];
  painted?: boolean;
}

/** Records, from the next load on, every layout shift of a page. */
export async function watchLayout(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: LayoutShift[] = [];
    const keep = (list: PerformanceEntry[]): void => void shifts.push(...(list as LayoutShift[]));
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    (window as WatchedWindow).takeShifts = () => {
      keep(observer.takeRecords());
      return shifts;
    };
    const paints = new PerformanceObserver((list) => {
      (window as WatchedWindow).painted = list.getEntriesByName("first-contentful-paint").length > 0;
    });
    paints.observe({ type: "paint", buffered: true });
  });
}

export const FONTS_AND_IMAGES = /\.(woff2|avif|webp|png)$/;

/** Goes to `address` and delays the files that match `late` until after the first paint. The page must be watched. */
export async function arriveLate(page: Page, address: string, late: RegExp): Promise<void> {
  const painted = Promise.withResolvers<void>();
  await page.route(late, async (route) => {
    await painted.promise;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => (window as WatchedWindow).painted);
  painted.resolve();
  await page.waitForLoadState();
  await page.unroute(late);
}

/** The layout shifts since the page began to load, each with its score and the text of what moved. */
export async function layoutShifts(page: Page): Promise<readonly string[]> {
  await nextFrames(page);
  return page.evaluate(() => {
    const shifts = (window as WatchedWindow).takeShifts?.();
    if (!shifts) throw new Error("The layout of this page was not watched.");
    return shifts.map(({ value, sources }) => `${value}: ${sources.map(({ node }) => node?.textContent?.trim()).join(" | ")}`);
  });
}

/** Scrolls to the end of the page, a window at a time, so that every lazy image loads. */
export async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { scrollingElement: scroller } = document;
    if (!scroller) return;
    for (let top = 0; top < scroller.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    await Promise.all([...document.images].map((image) => image.decode()));
  });
}

async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
