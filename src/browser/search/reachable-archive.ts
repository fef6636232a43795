import { editionDate, storedAtMs } from "../../formats/offline/stored-copy.ts";
import type { OfflineMode, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { SEARCH_INDEX } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import type { StoredStories } from "./stored-stories.ts";

/** The archive as far as it can be reached: all of it, or what is stored on the device. */
export interface ReachableArchive {
  readonly manifest: SearchManifest;
  /** Whether the manifest came from the device, and so the shards will. */
  readonly isStored: boolean;
  /** The stories on the device, if it is searched and its storage can be read. */
  readonly stories: StoredStories | undefined;
}

/** Fetches the search manifest. Rejects where it is neither on the network nor on the device. */
export async function fetchArchive(): Promise<ReachableArchive> {
  const response = await fetch(new URL(`.${SEARCH_INDEX}manifest.json`, publicationRoot));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const manifest: SearchManifest = await response.json();
  const isStored = editionDate(response) !== undefined || storedAtMs(response) !== undefined;
  return { manifest, isStored, stories: isStored ? await loadStoredStories() : undefined };
}

/** The current offline mode; undefined while online, and in an edition without offline reading. */
export function offlineMode(archive?: ReachableArchive): OfflineMode | undefined {
  if (archive?.isStored) return "stored";
  return OFFLINE_ENABLED && !navigator.onLine ? "loaded" : undefined;
}

/** Adds the current offline mode to an answer of the search worker, and marks the stories that need a connection. */
export function withOfflineMode(answer: SearchAnswer, archive: ReachableArchive): SearchAnswer {
  const { stories } = archive;
  const offline = offlineMode(archive);
  if (!offline) return answer;
  return { ...answer, offline, stories: stories ? answer.stories.map((story) => stories.markStored(story)) : answer.stories };
}

/** Loaded dynamically, since it is not needed online. If it fails, no story is marked. */
async function loadStoredStories(): Promise<StoredStories | undefined> {
  try {
    const module = OFFLINE_ENABLED ? await import("./stored-stories.ts") : undefined;
    return await module?.readStoredStories(publicationRoot.href);
  } catch {
    return undefined;
  }
}
