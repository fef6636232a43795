import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { isRunning } from "../is-running.ts";

/**
 * Opens a folder whose files are kept from build to build, and clears away what a killed build left in it: files named
 * after a process that is gone. Returns the names of all that is there whole.
 */
export async function openKept(folder: string): Promise<ReadonlySet<string>> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  const left = names.filter((name) => name.startsWith(".") && !isRunning(Number(name.split(".").at(-1))));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
  return new Set(names.filter((name) => !name.startsWith(".")));
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(file, "..", `.${basename(file)}.${process.pid}`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
