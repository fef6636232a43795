import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "../../../files/file-cache.ts";

/** Temporary files beside a file that is being replaced: `.brent.csv.next-4711`. */
const TEMPORARY = /^\..+\.csv\.(?:next|former)-(\d+)$/;

interface Replacement {
  readonly path: string;
  /** The new file until it is renamed to `path`, and a copy of the old one until all files are replaced. */
  readonly next: string;
  readonly former: string;
}

/**
 * Replaces all files or none. All new files are flushed to disk before the first is renamed, and if a rename fails, those
 * before it are rolled back.
 *
 * @param rename replaceable by tests
 */
export async function replaceFiles(texts: ReadonlyMap<string, string>, rename = renameSync): Promise<void> {
  const replacements = [...texts.keys()].map(replacementOf);
  try {
    for (const { path, next, former } of replacements) {
      await writeFile(next, texts.get(path) ?? "", { flush: true });
      if (existsSync(path)) await copyFile(path, former);
    }
    renameAll(replacements, rename);
  } finally {
    for (const { next, former } of replacements) await Promise.all([next, former].map((file) => rm(file, { force: true })));
  }
}

function replacementOf(path: string): Replacement {
  const temporary = (kind: string): string => join(dirname(path), `.${basename(path)}.${kind}-${process.pid}`);
  return { path, next: temporary("next"), former: temporary("former") };
}

/** Synchronous, so that no signal handler runs between two renames. */
function renameAll(replacements: readonly Replacement[], rename: typeof renameSync): void {
  const done: Replacement[] = [];
  try {
    for (const replacement of replacements) {
      rename(replacement.next, replacement.path);
      done.push(replacement);
    }
  } catch (error) {
    for (const { path, former } of done) {
      if (existsSync(former)) renameSync(former, path);
      else rmSync(path);
    }
    throw error;
  }
}

/** Removes the temporary files of updates that were killed. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder);
  const stale = names.filter((name) => {
    const pid = TEMPORARY.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(stale.map((name) => rm(join(folder, name))));
}
