import type { DownloadProgress } from "../../../formats/offline/download.ts";
import { filesOfScope } from "../../../formats/offline/scope-files.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { StoredEdition } from "../../../formats/offline/stored-edition.ts";
import { outputFile } from "../../../model/urls.ts";
import type { EditionLists } from "./edition-lists.ts";

/** A file that a selection includes. */
export interface PlannedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly isStory: boolean;
}

/** What an edition will be once it is stored, and what has to be fetched for that. */
export interface DownloadPlan {
  readonly edition: StoredEdition;
  /** What has to be fetched, without duplicates. */
  readonly missing: readonly PlannedFile[];
  /** Counts what no stored edition has; an interrupted download may have fetched some of it. */
  readonly progress: DownloadProgress;
}

/** What a device has, by SHA-256: all files, and those of stored editions. */
interface Present {
  readonly hashes: ReadonlySet<string>;
  readonly ofEditions: ReadonlySet<string>;
}

/**
 * Compares an edition with what is on the device.
 *
 * @param nowMs in milliseconds since 1970
 * @returns undefined where the edition does not have the scope
 */
export function planDownload(
  selection: Selection,
  lists: EditionLists,
  present: Present,
  nowMs: number,
): DownloadPlan | undefined {
  const { date, fingerprint, parts: scopes } = lists.scopes;
  const scope = scopes.find(({ id }) => id === selection.part);
  const files = plannedFiles(selection, lists);
  if (!scope || date === undefined || files.length === 0) return undefined;
  const changed = files.filter(({ sha256 }) => !present.ofEditions.has(sha256));
  const unique = [...new Map(changed.map((file) => [file.sha256, file])).values()];
  const missing = unique.filter(({ sha256 }) => !present.hashes.has(sha256));
  return {
    edition: {
      selection,
      name: scope.name,
      stories: countStories(files),
      bytes: sumBytes(files),
      fingerprint,
      date,
      keptAtMs: nowMs,
      files: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256])),
    },
    missing,
    progress: {
      bytes: sumBytes(unique) - sumBytes(missing),
      bytesInAll: sumBytes(unique),
      stories: countStories(unique) - countStories(missing),
      storiesInAll: countStories(unique),
    },
  };
}

function plannedFiles(selection: Selection, { files, stories }: EditionLists): readonly PlannedFile[] {
  const pages = new Set(Object.keys(stories).map((folder) => outputFile(`/${folder}`)));
  return filesOfScope(selection, Object.keys(files), stories).flatMap((path) => {
    const file = files[path];
    return file ? [{ path, sha256: file[0], bytes: file[1], isStory: pages.has(path) }] : [];
  });
}

function sumBytes(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function countStories(files: readonly PlannedFile[]): number {
  return files.filter(({ isStory }) => isStory).length;
}
