import type { Browser, Page } from "playwright-core";
import type { CompressedServer, Delivery } from "./compressed-server.ts";
import { type FirstResults, firstResults, LIMIT_MS } from "./first-results.ts";
import type { Watched } from "./pages/watched.ts";

/** Fast typing. */
const BETWEEN_KEYS_MS = 80;
const ENTRIES = /^\/assets\/(?:site|scheme)-/;

/** Opens the search page with a query in its address. */
export function openSearch(browser: Browser, server: CompressedServer, query: string, script: string): Promise<FirstResults> {
  const shown = async (page: Page): Promise<number> => (await resultsOf(page)).shownMs;
  return firstResults(browser, server, addressOf(query), shown, script);
}

/** Whether a response is part of the search, and not of every page. */
export function isOfSearch({ path }: Delivery): boolean {
  return path.startsWith("/pagefind/") || (path.endsWith(".js") && !ENTRIES.test(path));
}

/**
 * Types queries into the search page, one after the other.
 *
 * @returns milliseconds from the last keystroke to the results on the screen, for each query
 */
export async function typeQueries(
  browser: Browser,
  server: CompressedServer,
  [first = "", ...queries]: readonly string[],
  script: string,
): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript({ content: script });
    const page = await context.newPage();
    await page.goto(server.address + addressOf(first));
    await resultsOf(page);
    await page.locator("#search_query").focus();
    const all = [];
    for (const query of queries) {
      await page.locator("#search_results[aria-busy=false]").waitFor();
      await page.evaluate((query) => globalThis.watchFor(query), query);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(query, { delay: BETWEEN_KEYS_MS });
      const { keyMs, shownMs } = await resultsOf(page);
      all.push(shownMs - keyMs);
    }
    return all;
  } finally {
    await context.close();
  }
}

async function resultsOf(page: Page): Promise<Watched> {
  await page.waitForFunction(() => globalThis.watched.shownMs > 0, undefined, { timeout: LIMIT_MS });
  return page.evaluate(() => globalThis.watched);
}

function addressOf(query: string): string {
  return `search/?${new URLSearchParams({ q: query })}`;
}
