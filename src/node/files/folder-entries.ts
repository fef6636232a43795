import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The entries below a folder: paths relative to it, with forward slashes, sorted. */
export interface FolderEntries {
  readonly files: readonly string[];
  /** Symbolic links, which are not followed: they could lead out of the folder, or in a circle. */
  readonly links: readonly string[];
  /** Neither files nor folders nor links, such as sockets. */
  readonly others: readonly string[];
}

/**
 * Lists a folder recursively. `readdir` could do so too, but since Node 22 it follows links to folders.
 */
export async function folderEntries(folder: string): Promise<FolderEntries> {
  const entries = { files: [] as string[], links: [] as string[], others: [] as string[] };
  const list = async (prefix: string): Promise<void> => {
    const found = await readdir(join(folder, prefix), { withFileTypes: true });
    for (const entry of found) if (!entry.isDirectory()) entries[kindOf(entry)].push(`${prefix}${entry.name}`);
    await Promise.all(found.filter((entry) => entry.isDirectory()).map(({ name }) => list(`${prefix}${name}/`)));
  };
  await list("");
  return { files: entries.files.sort(), links: entries.links.sort(), others: entries.others.sort() };
}

function kindOf(entry: Dirent): keyof FolderEntries {
  if (entry.isFile()) return "files";
  return entry.isSymbolicLink() ? "links" : "others";
}
