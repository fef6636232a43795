import { chromium } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import type { HostilePublication } from "./hostile-publication.ts";

declare global {
  /** What every payload calls. */
  function taken(): void;
}

/**
 * Opens a page of a publication whose host sends no content-security policy. `taken` records whatever runs that should
 * not, and every request to another host.
 */
export async function visitWithoutPolicy(folder: string) {
  // Without a policy, but with the headers for caches: the assets of all pages are fetched once.
  const server = await serveFolder(folder, 0, "/", { headers: {} });
  const browser = await chromium.connect(inject("browserEndpoint"));
  const page = await browser.newPage();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
  });
  const taken: string[] = [];
  const record = (what: string): void => void taken.push(`${page.url()}: ${what}`);
  await page.exposeFunction("taken", () => record("ran a payload"));
  page.on("dialog", (dialog) => void dialog.dismiss().then(() => record("opened a dialog")));
  page.on("request", (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol !== "data:" && host !== new URL(server.address).host) record(`requested ${request.url()}`);
  });
  page.on("pageerror", ({ message }) => record(message));
  page.on("popup", () => record("opened a window"));
  return { page, taken, address: server.address };
}

/**
 * Visits pages, finds every story by search, searches for payloads and highlights words in a story.
 *
 * @param paths of pages, such as `politics/`
 * @returns what ran that should not have
 */
export async function visitPages(
  { folder, pages }: HostilePublication,
  paths: readonly string[],
  queries: readonly string[],
): Promise<readonly string[]> {
  const { page, taken, address } = await visitWithoutPolicy(folder);
  for (const path of paths) await page.goto(address + path, { waitUntil: "load" });
  await page.goto(`${address}search/?q=zinnober`);
  const results = page.locator("#search_results article");
  const more = page.getByRole("button", { name: "Show more stories" });
  await page.locator("#search_results[aria-busy=false] article").first().waitFor();
  while (await more.isVisible()) {
    const shown = await results.count();
    await more.click();
    await expect.poll(() => results.count()).toBeGreaterThan(shown);
  }
  for (const text of queries) {
    const query = new URLSearchParams({ q: `zinnober ${text}`, mark: text, section: text });
    await page.goto(`${address}search/?${query}`);
    await page.locator("#search_results[aria-busy=false]").waitFor();
  }
  const story = pages.find((path) => path.includes("/story"));
  await page.goto(`${address}${story}?mark=zinnober+script+taken+onerror`);
  await page.getByText(/match(?:es)? for “/).waitFor();
  return taken;
}
