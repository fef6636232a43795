import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../lib/format-error.ts";
import { isRunning } from "../files/file-cache.ts";
import { folderEntries } from "../files/folder-entries.ts";

/** A folder in which a build is written before it replaces the output. */
export interface StagedOutput {
  readonly folder: string;
  /** Replaces the output with the folder. */
  swapIn(): void;
  /** Removes the folder. */
  discard(): void;
}

/**
 * Creates an empty folder beside `outFolder`, on the same file system, so that the swap is two renames. If a build is
 * killed, the next one removes the folder that it left; if it is killed between the two renames, the next one restores
 * the previous output.
 *
 * @throws UsageError if `outFolder` has files that are no build output
 */
export async function stageOutput(outFolder: string): Promise<StagedOutput> {
  const parent = dirname(outFolder);
  const prefix = `.${basename(outFolder)}.`;
  if (isNoBuild(outFolder)) {
    throw new UsageError(
      `${outFolder} has files that are not from a build, and a build would replace them: choose an empty folder.`,
    );
  }
  const previous = join(parent, `${prefix}former`);
  await mkdir(parent, { recursive: true });
  if (existsSync(previous) && !existsSync(outFolder)) renameSync(previous, outFolder);
  rmSync(previous, { recursive: true, force: true });
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
      // Synchronous: no signal handler runs between the two renames.
      const replaces = existsSync(outFolder);
      if (replaces) renameSync(outFolder, previous);
      try {
        renameSync(folder, outFolder);
      } catch (error) {
        if (replaces) renameSync(previous, outFolder);
        throw error;
      }
      rmSync(previous, { recursive: true, force: true });
    },
    discard: () => {
      const remove = (): void => rmSync(folder, { recursive: true, force: true });
      remove();
      // Writes that were under way when the build failed may finish later.
      process.once("exit", remove);
    },
  };
}

/** Whether the folder has files, but is not a built site: every site has a `404.html`. */
function isNoBuild(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, "404.html"));
}

/** The size of a folder. */
interface MeasuredFolder {
  /** The number of HTML files. */
  readonly pages: number;
  /** Of all files. */
  readonly bytes: number;
  /** The bytes of each file by its path from the folder. */
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
