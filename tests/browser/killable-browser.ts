import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { thisMachine } from "./this-machine.ts";

/** A browser with a profile on the disk, which can be ended as a crash or an empty battery ends it. */
export interface KillableBrowser {
  readonly page: Page;
  /** Ends it at once: nothing is written any more that is not on its way to the disk already. */
  kill(): Promise<void>;
}

/** @param profile a folder: a browser that is started in it again finds what the one before has kept */
export async function startKillableBrowser(profile: string): Promise<KillableBrowser> {
  const written = join(profile, "process");
  const context = await chromium.launchPersistentContext(join(profile, "browser"), {
    executablePath: tellingItsProcess(profile, written),
    args: ["--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const [page = await context.newPage()] = context.pages();
  return { page, kill: () => killGroup(Number(readFileSync(written, "utf8"))) };
}

/** A program that becomes the browser, after it has written down which process that is. */
function tellingItsProcess(folder: string, written: string): string {
  const program = join(folder, "program");
  writeFileSync(program, `#!/bin/sh\necho $$ > '${written}'\nexec '${findChromium(thisMachine)}' "$@"\n`, { mode: 0o755 });
  return program;
}

/** Kills the browser with all its processes, and waits until it is gone. */
async function killGroup(leader: number): Promise<void> {
  process.kill(-leader, "SIGKILL");
  while (isThere(leader)) await pause(5);
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
