import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const AT_ONCE = 64;

/** Every file below a folder, from there with forward slashes, in order of path. */
export async function outputFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .sort();
}

/** Reads texts one after the other, and a few ahead. */
export async function readTexts(
  folder: string,
  files: readonly string[],
  read: (file: string, text: string) => void,
): Promise<void> {
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    const texts = await Promise.all(batch.map((file) => readFile(join(folder, file), "utf8")));
    for (const [at, text] of texts.entries()) read(batch[at] ?? "", text);
  }
}
