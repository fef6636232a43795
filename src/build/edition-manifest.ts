import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EDITION_MANIFEST } from "../newsroom/addresses.ts";
import { type ManifestFile, writeManifest } from "../newsroom/edition-manifest.ts";
import type { Step } from "./build-report.ts";
import { folderEntries } from "./folder-entries.ts";
import { inParallel } from "./in-parallel.ts";

/** The manifest of an edition, by its path from the root. */
export const MANIFEST_FILE = EDITION_MANIFEST.slice(1);

/** Enough to keep the disk busy, few enough to bound memory. */
export const FILES_AT_ONCE = 64;

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** Writes `edition.json` into a folder whose other files are all there. */
export async function writeEditionManifest(
  folder: string,
  edition: string,
  step: Pick<Step, "expect" | "advance">,
): Promise<void> {
  const { files } = await folderEntries(folder);
  const listed = files.filter((path) => path !== MANIFEST_FILE);
  step.expect(listed.length);
  const hashed = await inParallel(listed, FILES_AT_ONCE, async (path) => {
    const file = await hashFile(join(folder, path));
    step.advance();
    return [path, file] as const;
  });
  await writeFile(join(folder, MANIFEST_FILE), writeManifest({ edition, files: Object.fromEntries(hashed) }, sha256));
}

/** What a manifest says of a file. */
export async function hashFile(file: string): Promise<ManifestFile> {
  const bytes = await readFile(file);
  return [sha256(bytes), bytes.length];
}
