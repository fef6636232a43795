import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";

/** A browser context whose tabs are opened and closed one after the other. */
interface SharedWindow {
  openTab(): Promise<Page>;
  /** Closes all tabs and clears the storage of their origin. */
  leave(): Promise<void>;
}

/** Browser contexts that tests share, one for each set of options. */
export class SharedWindows {
  readonly #windows = new Map<string, Promise<SharedWindow>>();
  readonly #open: (options: BrowserContextOptions) => Promise<BrowserContext>;
  readonly #address: string;

  /** @param address of a file of the site, whose origin's storage is cleared between one tab and the next */
  constructor(open: (options: BrowserContextOptions) => Promise<BrowserContext>, address: string) {
    this.#open = open;
    this.#address = address;
  }

  /** Opens a tab in the context that has these options. */
  async openTab(options: BrowserContextOptions): Promise<{ readonly page: Page; leave(): Promise<void> }> {
    const key = JSON.stringify(options);
    const opening = this.#windows.get(key) ?? this.#open(options).then((context) => sharedWindow(context, this.#address));
    this.#windows.set(key, opening);
    const { openTab, leave } = await opening;
    return { page: await openTab(), leave };
  }
}

async function sharedWindow(context: BrowserContext, address: string): Promise<SharedWindow> {
  const lasting = await context.newPage();
  const session = await context.newCDPSession(lasting);
  await lasting.goto(address);
  return {
    openTab: async () => {
      // A tab that another one of the same origin opens shares its renderer process: half the processor time of a new one.
      const opened = context.waitForEvent("page");
      await lasting.evaluate(() => void window.open("about:blank"));
      return opened;
    },
    leave: async () => {
      for (const page of context.pages()) if (page !== lasting) await page.close();
      await session.send("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
    },
  };
}
