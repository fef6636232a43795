import type { Browser, Page } from "playwright-core";
import type { CompressedServer, Delivery } from "./compressed-server.ts";

/** What it takes to see the first results, from an address on, with nothing in the browser's cache. */
export interface FirstResults {
  readonly ms: number;
  /** What was sent until then. */
  readonly deliveries: readonly Delivery[];
}

export const LIMIT_MS = 2 * 60 * 1000;

/**
 * Opens an address in a window with nothing remembered.
 *
 * @param shown when the results were on the screen, in milliseconds from the beginning of the page; waits until they are
 */
export async function firstResults(
  browser: Browser,
  server: CompressedServer,
  address: string,
  shown: (page: Page) => Promise<number>,
  script = "",
): Promise<FirstResults> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript({ content: script });
    const page = await context.newPage();
    server.forget();
    await page.goto(server.address + address, { timeout: LIMIT_MS });
    const ms = await shown(page);
    const shownAtMs = ms + (await page.evaluate(() => performance.timeOrigin));
    return { ms, deliveries: server.deliveries.filter(({ atMs }) => atMs <= shownAtMs) };
  } finally {
    await context.close();
  }
}

/** The bytes of what was sent, as they were on the line. */
export function bytesOf(deliveries: readonly Delivery[]): number {
  return deliveries.reduce((sum, { bytes }) => sum + bytes, 0);
}
