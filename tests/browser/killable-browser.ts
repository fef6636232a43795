import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import { inject } from "vitest";

/** A browser with a profile on disk, which can be killed as by a crash or a power failure. */
export interface KillableBrowser {
  readonly page: Page;
  /** Kills all its processes, and waits until they are gone. */
  kill(): Promise<void>;
}

/** @param profile a folder: another browser that is started with it finds what this one has stored */
export async function startKillableBrowser(profile: string): Promise<KillableBrowser> {
  const pidFile = join(profile, "process");
  const context = await chromium.launchPersistentContext(join(profile, "browser"), {
    executablePath: recordingItsPid(profile, pidFile),
    args: ["--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const [page = await context.newPage()] = context.pages();
  return { page, kill: () => killGroup(Number(readFileSync(pidFile, "utf8"))) };
}

/** Writes a script that records its process id, and then runs the browser under it. */
function recordingItsPid(folder: string, pidFile: string): string {
  const program = join(folder, "program");
  writeFileSync(program, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${inject("chromiumProgram")}' "$@"\n`, { mode: 0o755 });
  return program;
}

async function killGroup(leader: number): Promise<void> {
  process.kill(-leader, "SIGKILL");
  while (isRunning(leader)) await pause(5);
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
