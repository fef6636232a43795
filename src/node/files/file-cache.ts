import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Whether a process of that number lives, ours or not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** What other content folders, clocks and branches need is kept for as long as somebody may come back to them. */
const KEPT_DAYS = 30;

let written = 0;

/**
 * Opens a folder whose files are kept from build to build, and clears away what a killed build left in it: files and
 * folders named after a process that is gone. Returns the names of all that is there whole.
 */
export async function openKept(folder: string): Promise<ReadonlySet<string>> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const left = names.filter((name) => name.startsWith(".") && !isRunning(Number(name.split(".").at(-1))));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return new Set(names.filter((name) => !name.startsWith(".")));
}

/** Writes a file so that it is there whole or not at all, whoever else writes the same at the same time. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  written += 1;
  const unfinished = join(file, "..", `.${basename(file)}.${written}.${process.pid}`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}

/** Removes what no build has used for long. */
export async function removeUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another build may have finished or removed it meanwhile.
    const used = await stat(path).catch(() => undefined);
    if (used && Date.now() - used.mtimeMs > KEPT_DAYS * DAY_MS) await rm(path, { recursive: true, force: true });
  }
}
