import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** A window whose tabs are opened and left one after the other. */
interface SharedWindow {
  readonly context: BrowserContext;
  /** Closes all tabs, and has the browser forget what their pages have stored. */
  leave(): Promise<void>;
}

/** Windows of one browser, each with options of its own. A tab of one that is open takes half of what a new window takes. */
export class SharedWindows {
  readonly #windows = new Map<string, Promise<SharedWindow>>();
  readonly #open: (options: BrowserContextOptions) => Promise<BrowserContext>;
  readonly #origin: string;

  /** @param origin what is stored for is forgotten between one tab and the next */
  constructor(open: (options: BrowserContextOptions) => Promise<BrowserContext>, origin: string) {
    this.#open = open;
    this.#origin = origin;
  }

  /** Opens a tab in the window that has these options. */
  async openTab(options: BrowserContextOptions): Promise<{ readonly page: Page; leave(): Promise<void> }> {
    const key = JSON.stringify(options);
    const opening = this.#windows.get(key) ?? this.#open(options).then((context) => sharedWindow(context, this.#origin));
    this.#windows.set(key, opening);
    const { context, leave } = await opening;
    return { page: await context.newPage(), leave };
  }
}

async function sharedWindow(context: BrowserContext, origin: string): Promise<SharedWindow> {
  // A window closes with its last tab.
  const lasting = await context.newPage();
  const session = await context.newCDPSession(lasting);
  return {
    context,
    leave: async () => {
      for (const page of context.pages()) if (page !== lasting) await page.close();
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    },
  };
}
