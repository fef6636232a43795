import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Virtual } from "@guidepup/virtual-screen-reader";
import type { Page } from "playwright-core";

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js"), "utf8");

interface WindowWithReader extends Window {
  reader?: Virtual;
}

/** A screen reader in the page, as the specifications of ARIA have it. */
export interface ScreenReader {
  /** What it has said since it was last asked. */
  heard(): Promise<readonly string[]>;
  /** Everything from here to the end of what it reads, phrase by phrase. */
  readOn(): Promise<readonly string[]>;
}

/** Starts to read an element of the page. */
export async function startScreenReader(page: Page, selector: string): Promise<ScreenReader> {
  const script = await page.evaluate((text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" })), SCRIPT);
  await page.addScriptTag({ type: "module", content: `import { virtual } from "${script}"; window.reader = virtual;` });
  await page.waitForFunction(() => "reader" in window);
  await page.evaluate(async (selector) => {
    await (window as WindowWithReader).reader?.start({ container: document.querySelector(selector) ?? document.body });
  }, selector);
  const heard = () =>
    page.evaluate(async () => {
      const { reader } = window as WindowWithReader;
      const phrases = (await reader?.spokenPhraseLog()) ?? [];
      await reader?.clearSpokenPhraseLog();
      return phrases;
    });
  return {
    heard,
    readOn: async () => {
      await page.evaluate(async () => {
        const { reader } = window as WindowWithReader;
        for (let phrases = 0; reader && phrases < 1_000; phrases += 1) {
          await reader.next();
          if (/^end of (?:document|dialog|main)/.test(await reader.lastSpokenPhrase())) return;
        }
      });
      return heard();
    },
  };
}
