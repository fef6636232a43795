import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The entries below a folder: paths relative to it, with forward slashes, sorted. */
export interface FolderEntries {
  readonly files: readonly string[];
  /** Neither regular files nor folders, such as symbolic links, which could lead out of the folder. */
  readonly others: readonly string[];
}

/** Lists a folder recursively. */
export async function folderEntries(folder: string): Promise<FolderEntries> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathsOf = (selected: typeof entries): readonly string[] =>
    selected.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/")).sort();
  return {
    files: pathsOf(entries.filter((entry) => entry.isFile())),
    others: pathsOf(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())),
  };
}
