import { editionDate, keptAtMs } from "../../formats/offline/stored-copy.ts";
import type { Offline, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import { SEARCH_INDEX } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import type { KeptStories } from "./kept-stories.ts";

/** The archive as it can be reached: all of it, or what of it the device keeps. */
export interface ArchiveAtHand {
  /** What the search knows without any volume. */
  readonly manifest: SearchManifest;
  /** Whether it is what the device keeps. */
  readonly isKept: boolean;
  /** The stories that the device keeps, where that is what is searched and can be told. */
  readonly stories: KeptStories | undefined;
}

/** Asks for what the search begins with. Where it comes from the device, so do the volumes. */
export async function fetchArchive(): Promise<ArchiveAtHand> {
  const response = await fetch(new URL(`.${SEARCH_INDEX}manifest.json`, publicationRoot));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const manifest: SearchManifest = await response.json();
  const isKept = editionDate(response) !== undefined || keptAtMs(response) !== undefined;
  return { manifest, isKept, stories: isKept ? await storiesKept() : undefined };
}

/** What a search makes do with at this moment. An edition that keeps nothing for later has nothing to say of it. */
export function offlineNow(archive?: ArchiveAtHand): Offline | undefined {
  if (archive?.isKept) return "kept";
  return KEEPS_OFFLINE && !navigator.onLine ? "loaded" : undefined;
}

/** The answer of the search worker, which knows no connection, as it is at this moment. */
export function answerAtHand(answer: SearchAnswer, archive: ArchiveAtHand): SearchAnswer {
  const { stories } = archive;
  const offline = offlineNow(archive);
  if (!offline) return answer;
  return { ...answer, offline, stories: stories ? answer.stories.map((story) => stories.asKept(story)) : answer.stories };
}

/** Nobody who has a connection loads the code for it. Without it stories are shown as if all of them were there. */
async function storiesKept(): Promise<KeptStories | undefined> {
  try {
    const kept = KEEPS_OFFLINE ? await import("./kept-stories.ts") : undefined;
    return await kept?.readKeptStories(publicationRoot.href);
  } catch {
    return undefined;
  }
}
