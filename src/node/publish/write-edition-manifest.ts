import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type EditionManifest, type ManifestFile, writeManifest } from "../../formats/edition-manifest.ts";
import { mapConcurrent } from "../../lib/map-concurrent.ts";
import type { Progress } from "../../lib/step.ts";
import { EDITION_MANIFEST } from "../../model/urls.ts";
import { folderEntries } from "../files/folder-entries.ts";

/** The file name of the manifest. */
export const MANIFEST_FILE = EDITION_MANIFEST.slice(1);

/** Enough to keep the disk busy, few enough to bound memory. */
export const FILE_CONCURRENCY = 64;

/** Creates files, by path and text, that describe all other files of an edition. */
export type DescribeFiles = (files: EditionManifest["files"]) => readonly (readonly [path: string, text: string])[];

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/**
 * Writes `edition.json` into a folder that is otherwise complete. Every file is read once.
 *
 * @param describe creates the files that are written just before the manifest, which lists them too
 */
export async function writeEditionManifest(
  folder: string,
  edition: string,
  progress: Progress,
  describe: DescribeFiles = () => [],
): Promise<void> {
  const files = await hashFiles(folder, progress);
  for (const [path, text] of describe(files)) {
    await writeFile(join(folder, path), text);
    files[path] = manifestFile(Buffer.from(text));
  }
  await writeFile(join(folder, MANIFEST_FILE), writeManifest({ edition, files }, sha256));
}

async function hashFiles(folder: string, progress: Progress): Promise<EditionManifest["files"]> {
  const { files } = await folderEntries(folder);
  const listed = files.filter((path) => path !== MANIFEST_FILE);
  progress.expect(listed.length);
  const hashed = await mapConcurrent(listed, FILE_CONCURRENCY, async (path) => {
    const file = await hashFile(join(folder, path));
    progress.advance();
    return [path, file] as const;
  });
  return Object.fromEntries(hashed);
}

/** Reads a file, and returns its entry for a manifest. */
export async function hashFile(file: string): Promise<ManifestFile> {
  return manifestFile(await readFile(file));
}

function manifestFile(bytes: Uint8Array): ManifestFile {
  return [sha256(bytes), bytes.length];
}
