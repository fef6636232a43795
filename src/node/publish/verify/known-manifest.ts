import { isUtf8 } from "node:buffer";
import { type EditionManifest, readManifest } from "../../../formats/edition-manifest.ts";
import { sha256 } from "../write-edition-manifest.ts";

/** A manifest, and the text that it was read from. */
export interface KnownManifest extends EditionManifest {
  readonly text: string;
}

/** That of half a million files. Whatever is larger is not read. */
export const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

/** Undefined for bytes that are no manifest, or one that has been changed since it was written. */
export function parseManifest(bytes: Uint8Array): KnownManifest | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes).toString("utf8");
  const manifest = readManifest(text, sha256);
  return manifest && { ...manifest, text };
}
