import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Whether a process with this id exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long enough for builds of other branches, content folders and clocks to find their files again. */
const MAX_AGE_DAYS = 30;

let writes = 0;

/**
 * Opens a cache folder that is shared by builds, and removes the temporary files of builds that were killed.
 *
 * @returns the names of its complete entries
 */
export async function openCache(folder: string): Promise<ReadonlySet<string>> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const stale = names.filter((name) => name.startsWith(".") && !isRunning(Number(name.split(".").at(-1))));
  await Promise.all(stale.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return new Set(names.filter((name) => !name.startsWith(".")));
}

/** Writes a file atomically: concurrent builds may write the same file, and none reads half of it. */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  writes += 1;
  const temporary = join(file, "..", `.${basename(file)}.${writes}.${process.pid}`);
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

/** Removes files whose modification time is older than 30 days; builds touch the files that they use. */
export async function removeUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another build may have renamed or removed it meanwhile.
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > MAX_AGE_DAYS * DAY_MS) await rm(path, { recursive: true, force: true });
  }
}
