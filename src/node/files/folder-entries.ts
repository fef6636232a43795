import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** What lies below a folder, by path from there with forward slashes, in order of path. */
export interface FolderEntries {
  readonly files: readonly string[];
  /** What is neither an ordinary file nor a folder, such as a link: following it could lead out of the folder. */
  readonly others: readonly string[];
}

export async function folderEntries(folder: string): Promise<FolderEntries> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathsOf = (some: typeof entries): readonly string[] =>
    some.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/")).sort();
  return {
    files: pathsOf(entries.filter((entry) => entry.isFile())),
    others: pathsOf(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())),
  };
}
