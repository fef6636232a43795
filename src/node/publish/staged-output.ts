import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../lib/format-error.ts";
import { isRunning } from "../files/file-cache.ts";
import { folderEntries } from "../files/folder-entries.ts";

/** A folder beside the output in which a build grows until it is whole. */
export interface StagedOutput {
  readonly folder: string;
  /** Puts what was built in the place of what was there. */
  swapIn(): void;
  /** Throws away what was built. */
  discard(): void;
}

/**
 * Prepares an empty folder beside `outFolder`, on the same disk, so that the swap is two renames. A build that is killed
 * leaves only such a folder behind, which the next build clears away; one killed between the two renames leaves the
 * former output beside its place, and the next build puts it back.
 */
export async function stageOutput(outFolder: string): Promise<StagedOutput> {
  const parent = dirname(outFolder);
  const prefix = `.${basename(outFolder)}.`;
  if (isForeign(outFolder)) {
    throw new UsageError(
      `${outFolder} holds files that no build has made, and a build would replace them: name an empty folder.`,
    );
  }
  const former = join(parent, `${prefix}former`);
  await mkdir(parent, { recursive: true });
  if (existsSync(former) && !existsSync(outFolder)) renameSync(former, outFolder);
  rmSync(former, { recursive: true, force: true });
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(`${prefix}next-`) ? Number(name.slice(prefix.length + 5)) : undefined;
    if (pid !== undefined && !isRunning(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, `${prefix}next-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  await mkdir(folder);
  return {
    folder,
    swapIn: () => {
      // Synchronous, so that no signal is handled between the two renames.
      const replaces = existsSync(outFolder);
      if (replaces) renameSync(outFolder, former);
      try {
        renameSync(folder, outFolder);
      } catch (error) {
        if (replaces) renameSync(former, outFolder);
        throw error;
      }
      rmSync(former, { recursive: true, force: true });
    },
    discard: () => {
      const remove = (): void => rmSync(folder, { recursive: true, force: true });
      remove();
      // What was being written when the build failed may arrive only now.
      process.once("exit", remove);
    },
  };
}

/** Whether the folder holds something, and not a site: every site has a `404.html`. */
function isForeign(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, "404.html"));
}

/** A folder measured: how many pages it holds, and the bytes of all its files and of each, by its path from there. */
interface MeasuredFolder {
  readonly pages: number;
  readonly bytes: number;
  readonly files: ReadonlyMap<string, number>;
}

export async function measureFolder(folder: string): Promise<MeasuredFolder> {
  const { files } = await folderEntries(folder);
  const sizes = await Promise.all(files.map(async (file) => [file, (await stat(join(folder, file))).size] as const));
  return {
    pages: files.filter((file) => file.endsWith(".html")).length,
    bytes: sizes.reduce((sum, [, size]) => sum + size, 0),
    files: new Map(sizes),
  };
}
