import type { SaveProgress } from "../../../formats/offline/download.ts";
import { filesOfPart } from "../../../formats/offline/scope-files.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import type { EditionLists } from "./edition-lists.ts";

/** A file of a part of an edition. */
export interface WantedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly isStory: boolean;
}

/** A part of an edition, and what of it the device has not got. */
export interface WantedFiles {
  readonly edition: KeptEdition;
  /** What has to be fetched, each content once. */
  readonly missing: readonly WantedFile[];
  /** Of what no edition on the device has, how much is there already. */
  readonly progress: SaveProgress;
}

/** What a device has, by SHA-256: all files, and those of the editions that it holds. */
interface Present {
  readonly hashes: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
}

/**
 * @param nowMs in milliseconds since 1970
 * @returns undefined where the edition has no such part
 */
export function wantedFiles(selection: Selection, lists: EditionLists, present: Present, nowMs: number): WantedFiles | undefined {
  const { date, fingerprint, parts } = lists.parts;
  const part = parts.find(({ id }) => id === selection.part);
  const files = listed(selection, lists);
  if (!part || date === undefined || files.length === 0) return undefined;
  const unlikeHeld = files.filter(({ sha256 }) => !present.held.has(sha256));
  const different = [...new Map(unlikeHeld.map((file) => [file.sha256, file])).values()];
  const missing = different.filter(({ sha256 }) => !present.hashes.has(sha256));
  return {
    edition: {
      selection,
      name: part.name,
      stories: storiesAmong(files),
      bytes: bytesOf(files),
      fingerprint,
      date,
      keptAtMs: nowMs,
      files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])),
    },
    missing,
    progress: {
      bytes: bytesOf(different) - bytesOf(missing),
      bytesInAll: bytesOf(different),
      stories: storiesAmong(different) - storiesAmong(missing),
      storiesInAll: storiesAmong(different),
    },
  };
}

function listed(selection: Selection, { files, stories }: EditionLists): readonly WantedFile[] {
  const pages = new Set(Object.keys(stories).map((folder) => `${folder}index.html`));
  return filesOfPart(selection, Object.keys(files), stories).flatMap((path) => {
    const file = files[path];
    return file ? [{ path, sha256: file[0], bytes: file[1], isStory: pages.has(path) }] : [];
  });
}

function bytesOf(files: readonly WantedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function storiesAmong(files: readonly WantedFile[]): number {
  return files.filter(({ isStory }) => isStory).length;
}
