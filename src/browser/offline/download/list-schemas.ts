import type { EditionManifest } from "../../../formats/edition-manifest.ts";
import type { EditionParts, EditionStories } from "../../../formats/offline/scopes.ts";

/** What a manifest tells of the files of an edition. */
export type ListedFiles = EditionManifest["files"];

/** Reads `offline/parts.json`; undefined for anything else, such as the error page that some hosts send as a success. */
export function readParts(bytes: ArrayBuffer): EditionParts | undefined {
  const value = readJson(bytes);
  return isParts(value) ? value : undefined;
}

/** Reads `offline/stories.json`; undefined for anything else. */
export function readStories(bytes: ArrayBuffer): EditionStories | undefined {
  const value = readJson(bytes);
  return isRecord(value) && Object.values(value).every(isStory) ? (value as EditionStories) : undefined;
}

/** Reads `edition.json`; undefined for anything else. */
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

function isParts(value: unknown): value is EditionParts {
  return (
    isRecord(value) &&
    typeof value.fingerprint === "string" &&
    (value.date === undefined || typeof value.date === "string") &&
    Array.isArray(value.parts) &&
    value.parts.every(isPart)
  );
}

function isPart(value: unknown): boolean {
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
