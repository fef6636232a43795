import { hash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { EDITION_MANIFEST } from "../newsroom/addresses.ts";
import { type ManifestFile, writeManifest } from "../newsroom/edition-manifest.ts";
import type { Step } from "./build-report.ts";
import { inParallel } from "./markets/in-parallel.ts";

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

/**
 * Everything below a folder that is not a folder itself, by path with forward slashes. What is no ordinary file, such
 * as a link, is told apart: following it could lead out of the folder.
 */
export async function folderEntries(
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly others: readonly string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]): string =>
    relative(folder, join(parentPath, name)).split(sep).join("/");
  return {
    files: entries.filter((entry) => entry.isFile()).map(pathOf),
    others: entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(pathOf),
  };
}

/** What a manifest says of a file. */
export async function hashFile(file: string): Promise<ManifestFile> {
  const bytes = await readFile(file);
  return [sha256(bytes), bytes.length];
}
