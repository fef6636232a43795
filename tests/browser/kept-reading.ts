import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import type { PageOrigin } from "../../src/formats/offline/worker-messages.ts";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { type Line, openLine } from "./line.ts";

/** A reader whose browser keeps what is read, at the end of a line of its own. */
export interface Reading {
  readonly page: Page;
  readonly line: Line;
  goTo(path: string): Promise<void>;
}

/** Opens windows on the shipped publication, served once below every one of `prefixes` on one origin. */
export function keptReading(prefixes: readonly string[] = ["/"]): () => Promise<Reading> {
  let servers: readonly FolderServer[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    const folder = inject("siteFolder");
    servers = await Promise.all(prefixes.map((prefix) => serveFolder(folder, 0, prefix, shippedRules(folder))));
    browser = await chromium.connect(inject("browserEndpoint"));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.close()));
  });
  return async () => {
    if (!browser) throw new Error("A reading begins within a test.");
    const line = await openLine(servers);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.clock.install();
    onTestFinished(async () => {
      await context.close();
      await line.close();
    });
    return { page, line, goTo: async (path) => void (await page.goto(line.origin + path)) };
  };
}

/** Stays on a page until the worker answers for it: the clock of the page is put forward. */
export async function stayUntilKept({ page }: Pick<Reading, "page">): Promise<void> {
  await page.clock.runFor(11_000);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const isDone = (): boolean => active?.state === "activated" && navigator.serviceWorker.controller !== null;
    while (!isDone()) await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  });
}

/** What the worker says of the page that is shown. */
export async function originOfPage(page: Page): Promise<PageOrigin> {
  return page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    navigator.serviceWorker.controller?.postMessage({ kind: "how-was-this-page-made" }, [port2]);
    port1.start();
    return new Promise<PageOrigin>((resolve) => port1.addEventListener("message", ({ data }) => resolve(data)));
  });
}

/** The paths in a cache, by the end of its name, or undefined where there is no such cache. */
export async function keptPaths(page: Page, cache: string): Promise<readonly string[] | undefined> {
  return page.evaluate(async (name) => {
    if (!(await caches.has(name))) return undefined;
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }, cache);
}

/** Shows all pictures of a page. Gives the addresses of those that cannot be shown. */
export async function brokenPictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const broken: string[] = [];
    for (const picture of document.images) {
      picture.loading = "eager";
      await picture.decode().catch(() => broken.push(picture.currentSrc));
    }
    return broken;
  });
}
