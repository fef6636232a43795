import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import type { PageOrigin } from "../../src/formats/offline/worker-messages.ts";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { type Network, openNetwork } from "./network.ts";

/** A window with service workers, behind a network of its own. */
export interface OfflineVisit {
  readonly page: Page;
  readonly network: Network;
  goTo(path: string): Promise<void>;
}

/** Opens windows on the shipped publication, which is served below each of `prefixes` on one origin. */
export function offlineVisits(prefixes: readonly string[] = ["/"]): () => Promise<OfflineVisit> {
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
    if (!browser) throw new Error("Windows can be opened within tests only.");
    const network = await openNetwork(servers);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await page.clock.install();
    onTestFinished(async () => {
      await context.close();
      await network.close();
    });
    return { page, network, goTo: async (path) => void (await page.goto(network.origin + path)) };
  };
}

/** Advances the page's clock until the page registers the worker, and waits until the worker controls it. */
export async function waitForWorker({ page }: Pick<OfflineVisit, "page">): Promise<void> {
  await page.clock.runFor(11_000);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const isDone = (): boolean => active?.state === "activated" && navigator.serviceWorker.controller !== null;
    while (!isDone()) await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  });
}

/** Asks the worker where the page came from. */
export async function originOfPage(page: Page): Promise<PageOrigin> {
  return page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    navigator.serviceWorker.controller?.postMessage({ kind: "how-was-this-page-made" }, [port2]);
    port1.start();
    return new Promise<PageOrigin>((resolve) => port1.addEventListener("message", ({ data }) => resolve(data)));
  });
}

/** The paths in a cache; undefined where there is no such cache. */
export async function cachedPaths(page: Page, cache: string): Promise<readonly string[] | undefined> {
  return page.evaluate(async (name) => {
    if (!(await caches.has(name))) return undefined;
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }, cache);
}

/** Runs in a page. The addresses of the page and its loaded pictures, as far as the worker has not stored them yet. */
export async function notStored(): Promise<readonly string[]> {
  const addresses = [location.href.replace(/[?#].*/, ""), ...[...document.images].map(({ currentSrc }) => currentSrc)];
  const matches = await Promise.all(addresses.map((address) => caches.match(address, { ignoreVary: true })));
  return addresses.filter((_, index) => matches[index] === undefined);
}

/** Loads all pictures of a page. Returns the addresses of those that fail. */
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
