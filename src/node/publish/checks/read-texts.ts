import { readFile } from "node:fs/promises";
import { join } from "node:path";

const AT_ONCE = 64;

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
