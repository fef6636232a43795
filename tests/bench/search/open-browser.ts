import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../browser/chromium.ts";
import { thisMachine } from "../../browser/this-machine.ts";

/** No spare process, which would be measured too. */
const ARGS = ["--disable-gpu", "--disable-features=SpareRendererForSitePerProcess"];

/** Starts the Chromium that the tests use. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(thisMachine), args: ARGS });
}
