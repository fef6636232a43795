import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRunning } from "../../../files/file-cache.ts";

/** What lies beside a file while it is replaced: `.brent.csv.next-4711`. */
const BESIDE = /^\..+\.csv\.(?:next|former)-(\d+)$/;

interface Replacement {
  readonly path: string;
  /** The new file until it is put in its place, and a copy of the old one until all are. */
  readonly next: string;
  readonly former: string;
}

/**
 * Replaces files by new texts: all of them or none. Everything is on the disk before the first is renamed into its
 * place, and where one cannot be renamed, those before it get their old content back.
 *
 * @param rename puts a file in its place
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
  const beside = (what: string): string => join(dirname(path), `.${basename(path)}.${what}-${process.pid}`);
  return { path, next: beside("next"), former: beside("former") };
}

/** Synchronous, so that no signal is handled between two renames. */
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

/** Removes what an update that was killed has left beside the files of a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder);
  const left = names.filter((name) => {
    const pid = BESIDE.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(left.map((name) => rm(join(folder, name))));
}
