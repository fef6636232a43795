import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ManifestFile } from "../../../formats/edition-manifest.ts";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { Progress } from "../../../lib/step.ts";
import { folderEntries } from "../../files/folder-entries.ts";
import { FILE_CONCURRENCY, hashFile, MANIFEST_FILE, sha256 } from "../write-edition-manifest.ts";
import {
  DIFFERS,
  EXTRA,
  INVALID_MANIFEST,
  MAX_MANIFEST_BYTES,
  MISSING,
  type Mismatch,
  type ParsedManifest,
  parseManifest,
  sortedByPath,
  type Verification,
  withoutManifest,
} from "./verification.ts";

/**
 * Checks every file of a folder against a manifest. Only files that are listed in the folder are read, never a path from
 * the manifest, so nothing outside the folder is.
 *
 * @param trusted replaces the manifest in the folder
 */
export async function verifyFolder(
  folder: string,
  trusted: ParsedManifest | undefined,
  progress: Progress,
): Promise<Verification> {
  const { files, links, others } = await folderEntries(folder);
  const present = new Set(files);
  const manifest = trusted ?? (present.has(MANIFEST_FILE) ? await ownManifest(folder) : undefined);
  if (!manifest) {
    return withoutManifest(MANIFEST_FILE, present.has(MANIFEST_FILE) ? INVALID_MANIFEST : MISSING);
  }
  const expected = new Map(Object.entries(manifest.files)).set(MANIFEST_FILE, manifestEntry(manifest.text));
  progress.expect(expected.size);
  const results = await mapConcurrent([...expected], FILE_CONCURRENCY, async ([path, file]): Promise<Mismatch | undefined> => {
    const message = present.has(path) ? await compare(join(folder, path), file) : MISSING;
    progress.advance();
    return message === undefined ? undefined : { path, message };
  });
  const extra = [...files, ...links, ...others].filter((path) => !expected.has(path)).map((path) => ({ path, message: EXTRA }));
  const mismatches = sortedByPath([...results.filter((mismatch) => mismatch !== undefined), ...extra]);
  return { edition: manifest.edition, files: expected.size, mismatches, notes: [] };
}

async function ownManifest(folder: string): Promise<ParsedManifest | undefined> {
  const file = join(folder, MANIFEST_FILE);
  const { size } = await stat(file);
  return size > MAX_MANIFEST_BYTES ? undefined : parseManifest(await readFile(file));
}

function manifestEntry(text: string): ManifestFile {
  return [sha256(text), Buffer.byteLength(text)];
}

/** What is wrong with a file, if anything. */
async function compare(file: string, [sha256, bytes]: ManifestFile): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    return size === bytes && (await hashFile(file))[0] === sha256 ? undefined : DIFFERS;
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
