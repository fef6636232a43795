import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import type { HostRules } from "../../src/node/publish/hosts/host-rules.ts";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { SharedWindows } from "./shared-windows.ts";

/** A page of a browser context with empty storage. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Failed requests, requests to other hosts, exceptions and console messages, of which no page should have any. */
  readonly troubles: string[];
  /** The whole address of a page, from its address below the publication's root. */
  addressOf(path: string): string;
  /** Goes to a page and waits until all of it has arrived. */
  goTo(path: string): Promise<void>;
}

export interface Publication {
  /** Opens a window, and closes it when the test ends. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /**
   * Opens a tab of a window that all tests of the file share, and closes it and clears its storage when the test ends. It
   * is several times faster than a window. A test that sets the clock or needs an empty cache needs a window.
   */
  tab(options?: BrowserContextOptions): Promise<Visit>;
  /** Opens one page for all tests of a group that do not mind the state that others leave. It is the fastest. */
  sharedVisit(options?: BrowserContextOptions): () => Visit;
}

/**
 * Serves the shipped publication below `prefix` to the tests of one file.
 *
 * @param rules the headers of its host, where they are not those of the shipped settings
 */
export function servePublication(prefix = "/", rules?: Pick<HostRules, "headers">): Publication {
  let server: FolderServer | undefined;
  let browser: Browser | undefined;
  let windows: SharedWindows | undefined;
  beforeAll(async () => {
    const folder = inject("siteFolder");
    server = await serveFolder(folder, 0, prefix, rules ?? shippedRules(folder));
    const opened = await chromium.connect(inject("browserEndpoint"));
    browser = opened;
    windows = new SharedWindows((options) => openWindow(opened, options), `${server.address}robots.txt`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const open = async (options?: BrowserContextOptions): Promise<Visit> => {
    if (!server || !browser) throw new Error("Open a visit within a test.");
    const context = await openWindow(browser, options);
    return visitIn(await context.newPage(), server.address);
  };
  return {
    visit: async (options) => {
      const visit = await open(options);
      onTestFinished(() => visit.context.close());
      return visit;
    },
    tab: async (options = {}) => {
      if (!server || !windows) throw new Error("Open a visit within a test.");
      const { page, leave } = await windows.openTab(options);
      onTestFinished(leave);
      return visitIn(page, server.address);
    },
    sharedVisit: (options) => {
      let shared: Visit | undefined;
      beforeAll(async () => {
        shared = await open(options);
      });
      return () => {
        if (!shared) throw new Error("Open a visit within a test.");
        return shared;
      };
    },
  };
}

async function openWindow(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  // A service worker would answer requests from its caches.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
  // Shorter than the time of a test, so that a failure names what was waited for.
  context.setDefaultTimeout(60_000);
  return context;
}

function visitIn(page: Page, address: string): Visit {
  const troubles: string[] = [];
  recordTroubles(page, troubles, new URL(address).origin);
  const addressOf = (path: string): string => address + path;
  return { page, context: page.context(), troubles, addressOf, goTo: async (path) => void (await page.goto(addressOf(path))) };
}

function recordTroubles(page: Page, troubles: string[], origin: string): void {
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:") troubles.push(`another host: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const words = `${request.url()} ${request.failure()?.errorText}`;
    if (!LEFT_ICON.test(words)) troubles.push(`failed: ${words}`);
  });
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (!saysThatPageIsMissing(message) && message.text() !== BLOCKED)
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
}

/** Browsers fetch the icon of a page last, and cancel that on navigation. */
const LEFT_ICON = /\/assets\/icon-[^/]+\.svg net::ERR_ABORTED$/;

/** What Playwright logs when it blocks a service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** Browsers log it when the page itself is answered with 404, as it should be. */
function saysThatPageIsMissing(message: ConsoleMessage): boolean {
  return message.text().includes("status of 404") && message.location().url === message.page()?.url();
}
