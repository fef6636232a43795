import { imageStem } from "../../formats/offline/offline-image.ts";
import { cacheNames } from "../../formats/offline/storage-names.ts";
import type { FoundStory } from "../../formats/search/search-answer.ts";
import { outputFile } from "../../model/urls.ts";
import { EditionStore } from "../offline/store/edition-store.ts";

/** The stories and images stored on the device. */
export class StoredStories {
  readonly #files: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;

  /**
   * @param edition the paths of the files of the downloaded edition, relative to the publication's root
   * @param seen the paths of pages and images that were cached when they were read; pages by their folders
   */
  constructor(edition: readonly string[], seen: readonly string[]) {
    this.#files = new Set([...edition, ...seen]);
    this.#stems = new Set(edition.flatMap((path) => imageStem(path) ?? []));
  }

  /** Removes the picture of a story unless it is stored, and marks the story if it is not stored itself. */
  markStored(story: FoundStory): FoundStory {
    const { path, picture } = story;
    const folder = path.slice(1);
    return {
      ...story,
      picture: picture && this.#hasImage(picture.slice(1)) ? picture : undefined,
      needsConnection: !this.#files.has(folder) && !this.#files.has(outputFile(path)),
    };
  }

  /** A downloaded image may have any size and format, since the worker serves its variants; a cached one must be the same file. */
  #hasImage(path: string): boolean {
    return this.#files.has(path) || this.#stems.has(imageStem(path) ?? path);
  }
}

/**
 * Lists what is stored on the device. Rejects where the browser denies storage.
 *
 * @param root the URL of the publication's root
 */
export async function readStoredStories(root: string): Promise<StoredStories> {
  const names = cacheNames(root);
  const { kept } = await new EditionStore(root).editions();
  const seen = await Promise.all([pathsIn(names.pages, root), pathsIn(names.pictures, root)]);
  return new StoredStories(Object.keys(kept?.files ?? {}), seen.flat());
}

/** Does not create the cache, as opening a missing one would. */
async function pathsIn(name: string, root: string): Promise<readonly string[]> {
  if (!(await caches.has(name))) return [];
  const requests = await (await caches.open(name)).keys();
  return requests.map(({ url }) => url.slice(root.length));
}
