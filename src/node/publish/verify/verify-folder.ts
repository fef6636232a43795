import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ManifestFile } from "../../../formats/edition-manifest.ts";
import { inParallel } from "../../../lib/pool.ts";
import { folderEntries } from "../../files/folder-entries.ts";
import { FILES_AT_ONCE, hashFile, MANIFEST_FILE, sha256 } from "../write-edition-manifest.ts";
import type { Advance } from "./advance.ts";
import {
  DIFFERS,
  EXTRA,
  type Finding,
  inOrderOfPath,
  MISSING,
  UNREADABLE_MANIFEST,
  type Verification,
  withoutManifest,
} from "./finding.ts";
import { type KnownManifest, MOST_MANIFEST_BYTES, parseManifest } from "./known-manifest.ts";

/**
 * Holds every file of a folder against a manifest. Files are found by looking through the folder, and never by a name
 * that a manifest gives, so that nothing outside of it is read.
 *
 * @param trusted instead of the manifest that lies in the folder
 */
export async function verifyFolder(folder: string, trusted: KnownManifest | undefined, advance: Advance): Promise<Verification> {
  const { files, others } = await folderEntries(folder);
  const present = new Set(files);
  const manifest = trusted ?? (present.has(MANIFEST_FILE) ? await ownManifest(folder) : undefined);
  if (!manifest) {
    return withoutManifest(MANIFEST_FILE, present.has(MANIFEST_FILE) ? UNREADABLE_MANIFEST : MISSING);
  }
  const expected = new Map(Object.entries(manifest.files)).set(MANIFEST_FILE, fileOf(manifest.text));
  advance.expect(expected.size);
  const problems = await inParallel([...expected], FILES_AT_ONCE, async ([path, file]): Promise<Finding | undefined> => {
    const problem = present.has(path) ? await difference(join(folder, path), file) : MISSING;
    advance.advance();
    return problem === undefined ? undefined : { path, problem };
  });
  const extra = [...files, ...others].filter((path) => !expected.has(path)).map((path) => ({ path, problem: EXTRA }));
  const findings = inOrderOfPath([...problems.filter((finding) => finding !== undefined), ...extra]);
  return { edition: manifest.edition, files: expected.size, findings, remarks: [] };
}

async function ownManifest(folder: string): Promise<KnownManifest | undefined> {
  const file = join(folder, MANIFEST_FILE);
  const { size } = await stat(file);
  return size > MOST_MANIFEST_BYTES ? undefined : parseManifest(await readFile(file));
}

function fileOf(text: string): ManifestFile {
  return [sha256(text), Buffer.byteLength(text)];
}

async function difference(file: string, [sha256, bytes]: ManifestFile): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    return size === bytes && (await hashFile(file))[0] === sha256 ? undefined : DIFFERS;
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
