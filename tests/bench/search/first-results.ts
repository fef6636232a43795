import type { Browser, Page } from "playwright-core";
import type { CompressedServer, Delivery } from "./compressed-server.ts";

/** The cost of the first results, with an empty browser cache. */
export interface FirstResults {
  readonly ms: number;
  /** The responses until then. */
  readonly deliveries: readonly Delivery[];
}

export const LIMIT_MS = 2 * 60 * 1000;

/**
 * Opens an address in a new browser context.
 *
 * @param shown waits for the results, and returns when they were painted, in milliseconds since the start of the page load
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

/** The transferred bytes of responses. */
export function bytesOf(deliveries: readonly Delivery[]): number {
  return deliveries.reduce((sum, { bytes }) => sum + bytes, 0);
}
