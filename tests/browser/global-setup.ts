import { type BrowserServer, chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium, findHeadlessShell } from "./chromium.ts";
import { findFirefox } from "./firefox-program.ts";
import { thisMachine } from "./this-machine.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one browser that all tests share takes connections. */
    browserEndpoint: string;
    /** A whole Chromium, found or installed before any test: two installations at a time would fail. */
    chromiumProgram: string;
    /** Undefined where there is no Firefox and none can be installed. */
    firefoxProgram: string | undefined;
  }
}

/** Nothing leaves the machine: every other host is unknown to the browser. */
const THIS_MACHINE_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

let server: BrowserServer | undefined;

/** Starts the browser before the first test. */
export async function setup(project: TestProject): Promise<void> {
  const args = ["--disable-gpu", "--disable-quic", THIS_MACHINE_ALONE];
  server = await chromium.launchServer({ executablePath: findHeadlessShell(thisMachine), args });
  project.provide("browserEndpoint", server.wsEndpoint());
  project.provide("chromiumProgram", findChromium(thisMachine));
  project.provide("firefoxProgram", findFirefox(thisMachine));
}

export async function teardown(): Promise<void> {
  await server?.close();
}
