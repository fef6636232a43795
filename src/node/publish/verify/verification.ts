import { isUtf8 } from "node:buffer";
import { type EditionManifest, readManifest } from "../../../formats/edition-manifest.ts";
import { sha256 } from "../write-edition-manifest.ts";

/** A file that is not as the manifest has it. */
export interface Mismatch {
  readonly path: string;
  /** Completes a sentence that starts with the path: `differs`. */
  readonly message: string;
}

/** The result of checking a copy of the publication against a manifest. */
export interface Verification {
  /** The name of the edition; undefined if no manifest could be read. */
  readonly edition: string | undefined;
  /** The number of files that were checked, including the manifest. */
  readonly files: number;
  /** In order of path. */
  readonly mismatches: readonly Mismatch[];
  /** What was not checked, and why: a sentence each. */
  readonly notes: readonly string[];
}

export const MISSING = "is missing";
export const DIFFERS = "differs";
export const EXTRA = "is extra";
export const INVALID_MANIFEST =
  "is invalid, so nothing can be checked against it: publish again, or pass the original with --edition";

/** The result for a copy without a usable manifest. */
export function withoutManifest(path: string, message: string): Verification {
  return { edition: undefined, files: 0, mismatches: [{ path, message }], notes: [] };
}

export function sortedByPath(mismatches: readonly Mismatch[]): readonly Mismatch[] {
  return mismatches.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** A manifest, and the text that it was parsed from. */
export interface ParsedManifest extends EditionManifest {
  readonly text: string;
}

/** Enough for half a million files. Larger manifests are not read. */
export const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

/** Undefined for bytes that are not a manifest, or one that was changed after the build wrote it. */
export function parseManifest(bytes: Uint8Array): ParsedManifest | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes).toString("utf8");
  const manifest = readManifest(text, sha256);
  return manifest && { ...manifest, text };
}

/** One line per mismatch, and a summary. Control characters are escaped: the paths come from an untrusted copy. */
export function formatVerification({ edition, files, mismatches, notes }: Verification, isTrusted: boolean): string {
  const lines = mismatches.map(({ path, message }) => `${printable(path)}  ${printable(message)}`);
  if (edition === undefined) return lines.join("\n");
  const total = files.toLocaleString("en");
  const count = mismatches.length.toLocaleString("en");
  const summary =
    mismatches.length === 0
      ? `All files match edition ${printable(edition)}: ${total} checked.`
      : `Files that do not match edition ${printable(edition)}: ${count} of ${total}.`;
  const hint = isTrusted
    ? []
    : ["Checked against the copy's own edition.json. Use --edition FILE to check against one that you trust."];
  return [...lines, ...(lines.length > 0 ? [""] : []), summary, ...notes, ...hint].join("\n");
}

function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}|\p{Cs}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
