import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { OperationError } from "../../../lib/format-error.ts";
import { isRunning } from "../../files/file-cache.ts";
import { folderEntries } from "../../files/folder-entries.ts";
import { type OutputFolder, openOutputFolder } from "./output-folder.ts";
import { lockOutput } from "./output-lock.ts";
import { FILE_OPERATIONS, type FileOperations, updateInPlace } from "./update-in-place.ts";

/** A folder in which a build is written before it replaces the output. */
export interface StagedOutput {
  readonly folder: string;
  /**
   * Replaces the output with the folder, at once or, where the system does not allow that, file by file.
   *
   * @returns a sentence for the publisher if it was file by file
   */
  swapIn(): string | undefined;
  /** Removes the folder. */
  discard(): void;
}

/**
 * Creates an empty folder on the file system of `outFolder`, beside it if possible, so that the swap is two renames. A
 * symbolic link stays, and what it leads to is replaced. If a build is killed, the next one removes the folder that it
 * left; if it is killed between the two renames, the next one restores the previous output.
 *
 * @throws UsageError if `outFolder` has files that are no build output
 * @throws OperationError if another build is writing there, or nothing can be written there
 */
export function stageOutput(outFolder: string, operations: FileOperations = FILE_OPERATIONS): StagedOutput {
  try {
    return stage(outFolder, operations);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new OperationError(
      `Nothing can be written to ${outFolder}: ${error.message}\nCorrect this, or choose another folder with --out.`,
    );
  }
}

function stage(outFolder: string, operations: FileOperations): StagedOutput {
  const output = openOutputFolder(outFolder);
  const own = (name: string): string => join(output.workFolder, output.prefix + name);
  const release = lockOutput(own("lock"), outFolder);
  try {
    cleanUp(output, own("former"), operations);
    const folder = own(`next-${process.pid}`);
    operations.remove(folder);
    mkdirSync(folder);
    return {
      folder,
      swapIn: () => {
        const isReplaced = replace(output, folder, own("former"), operations);
        if (!isReplaced) updateByFile(output, folder, operations);
        release();
        return isReplaced ? undefined : FILE_BY_FILE(outFolder);
      },
      discard: () => {
        const remove = (): void => rmSync(folder, { recursive: true, force: true });
        remove();
        release();
        // Writes that were under way when the build failed may finish later.
        process.once("exit", remove);
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

const FILE_BY_FILE = (outFolder: string): string =>
  `${outFolder} cannot be replaced at once, as it is a mount point or its parent folder may not be changed. Its files were replaced one by one: for a moment, visitors could see pages of both editions.`;

/** Restores or removes what a killed build left. */
function cleanUp({ folder, workFolder, prefix }: OutputFolder, former: string, operations: FileOperations): void {
  if (existsSync(former) && !existsSync(folder)) operations.rename(former, folder);
  operations.remove(former);
  for (const name of readdirSync(workFolder)) {
    const pid = name.startsWith(`${prefix}next-`) ? Number(name.slice(prefix.length + 5)) : undefined;
    if (pid !== undefined && !isRunning(pid)) operations.remove(join(workFolder, name));
  }
}

/** What a system answers where a folder cannot be renamed: mount points, layers of a container, folders of others. */
const CANNOT_RENAME: readonly unknown[] = ["EBUSY", "EXDEV", "EACCES", "EPERM", "EROFS", "ENOTEMPTY"];

/**
 * Replaces the output by two renames. No signal handler runs between them.
 *
 * @returns false, and leaves the output as it was, if it cannot be renamed
 */
function replace({ folder, workFolder }: OutputFolder, next: string, former: string, operations: FileOperations): boolean {
  if (workFolder === folder) return false;
  const replaces = existsSync(folder);
  try {
    if (replaces) operations.rename(folder, former);
  } catch (error) {
    if (error instanceof Error && "code" in error && CANNOT_RENAME.includes(error.code)) return false;
    throw error;
  }
  try {
    operations.rename(next, folder);
  } catch (error) {
    if (replaces) operations.rename(former, folder);
    throw error;
  }
  operations.remove(former);
  return true;
}

/** @throws OperationError that says what state the output is in */
function updateByFile({ name, folder, isKept }: OutputFolder, next: string, operations: FileOperations): void {
  try {
    updateInPlace(next, folder, isKept, operations);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new OperationError(
      `${name} has been updated only in part: ${error.message}\nEvery page there still finds its files. Correct this and build again, and the update is completed.`,
    );
  }
  operations.remove(next);
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
