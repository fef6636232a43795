import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type EditionManifest, type ManifestFile, writeManifest } from "../../formats/edition-manifest.ts";
import { inParallel } from "../../lib/pool.ts";
import type { Step } from "../../lib/step.ts";
import { EDITION_MANIFEST } from "../../model/urls.ts";
import { folderEntries } from "../files/folder-entries.ts";

/** The manifest of an edition, by its path from the root. */
export const MANIFEST_FILE = EDITION_MANIFEST.slice(1);

/** Enough to keep the disk busy, few enough to bound memory. */
export const FILES_AT_ONCE = 64;

/** The text of a file that tells of all files before it, by its path from the root. */
export type WrittenLast = (files: EditionManifest["files"]) => readonly (readonly [path: string, text: string])[];

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/**
 * Writes `edition.json` into a folder whose other files are all there, but for those that tell of the others: they are
 * written before it, and it lists them too. Every file is read once.
 */
export async function writeEditionManifest(
  folder: string,
  edition: string,
  step: Pick<Step, "expect" | "advance">,
  writtenLast: WrittenLast = () => [],
): Promise<void> {
  const files = await hashFiles(folder, step);
  for (const [path, text] of writtenLast(files)) {
    await writeFile(join(folder, path), text);
    files[path] = manifestFile(Buffer.from(text));
  }
  await writeFile(join(folder, MANIFEST_FILE), writeManifest({ edition, files }, sha256));
}

async function hashFiles(folder: string, step: Pick<Step, "expect" | "advance">): Promise<EditionManifest["files"]> {
  const { files } = await folderEntries(folder);
  const listed = files.filter((path) => path !== MANIFEST_FILE);
  step.expect(listed.length);
  const hashed = await inParallel(listed, FILES_AT_ONCE, async (path) => {
    const file = await hashFile(join(folder, path));
    step.advance();
    return [path, file] as const;
  });
  return Object.fromEntries(hashed);
}

/** What a manifest says of a file. */
export async function hashFile(file: string): Promise<ManifestFile> {
  return manifestFile(await readFile(file));
}

function manifestFile(bytes: Uint8Array): ManifestFile {
  return [sha256(bytes), bytes.length];
}
