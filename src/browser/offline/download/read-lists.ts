import type { EditionManifest } from "../../../formats/edition-manifest.ts";
import type { EditionScopes, EditionStories } from "../../../formats/offline/scopes.ts";

/** The files of an edition, as its manifest lists them. */
export type ListedFiles = EditionManifest["files"];

/**
 * Parses `offline/parts.json`; undefined for anything else, such as an error page with status 200.
 *
 * @param publication as in the list: that of another publication counts as something else
 */
export function readScopes(bytes: ArrayBuffer, publication: string): EditionScopes | undefined {
  const value = readJson(bytes);
  return isScopes(value) && value.publication === publication ? value : undefined;
}

/** Parses `offline/stories.json`; undefined for anything else. */
export function readStories(bytes: ArrayBuffer): EditionStories | undefined {
  const value = readJson(bytes);
  return isRecord(value) && Object.values(value).every(isStory) ? (value as EditionStories) : undefined;
}

/** Parses `edition.json`; undefined for anything else. Does not verify its digest: every file is verified by its hash. */
export function readFiles(bytes: ArrayBuffer): ListedFiles | undefined {
  const value = readJson(bytes);
  return isRecord(value) && isListedFiles(value.files) ? value.files : undefined;
}

function readJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScopes(value: unknown): value is EditionScopes {
  return (
    isRecord(value) &&
    typeof value.publication === "string" &&
    typeof value.fingerprint === "string" &&
    (value.date === undefined || typeof value.date === "string") &&
    Array.isArray(value.parts) &&
    value.parts.every(isScope)
  );
}

function isScope(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.id, value.name].every((text) => typeof text === "string") &&
    [value.stories, value.bytes, value.pictureBytes].every((number) => typeof number === "number")
  );
}

function isStory(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((text) => typeof text === "string");
}

function isListedFiles(value: unknown): value is ListedFiles {
  return isRecord(value) && Object.values(value).every(isListedFile);
}

function isListedFile(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && typeof value[1] === "number";
}
