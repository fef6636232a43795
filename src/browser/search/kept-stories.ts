import { pictureStem } from "../../formats/offline/offline-image.ts";
import { cacheNames } from "../../formats/offline/storage-names.ts";
import type { FoundStory } from "../../formats/search/search-answer.ts";
import { EditionStore } from "../offline/store/edition-store.ts";

/** The stories that the device keeps, and their pictures. */
export class KeptStories {
  readonly #files: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;

  /**
   * @param edition the files of the edition that was taken along: paths from the publication's root
   * @param seen what was kept when it was read, likewise; pages by their folders
   */
  constructor(edition: readonly string[], seen: readonly string[]) {
    this.#files = new Set([...edition, ...seen]);
    this.#stems = new Set(edition.flatMap((path) => pictureStem(path) ?? []));
  }

  /** A story as it can be shown without a connection: without a picture that is not there, and marked where it is not there itself. */
  asKept(story: FoundStory): FoundStory {
    const { path, picture } = story;
    const folder = path.slice(1);
    return {
      ...story,
      picture: picture && this.#holdsPicture(picture.slice(1)) ? picture : undefined,
      needsConnection: !this.#files.has(folder) && !this.#files.has(`${folder}index.html`),
    };
  }

  /** Of an edition's picture any file stands in for all others; of one that was seen there is that file alone. */
  #holdsPicture(path: string): boolean {
    return this.#files.has(path) || this.#stems.has(pictureStem(path) ?? path);
  }
}

/**
 * Looks up what the device keeps. Rejects where the browser gives no storage.
 *
 * @param root the whole address of the publication's root
 */
export async function readKeptStories(root: string): Promise<KeptStories> {
  const names = cacheNames(root);
  const { kept } = await new EditionStore(root).held();
  const seen = await Promise.all([pathsIn(names.pages, root), pathsIn(names.pictures, root)]);
  return new KeptStories(Object.keys(kept?.files ?? {}), seen.flat());
}

/** To open a cache that is not there would make it. */
async function pathsIn(name: string, root: string): Promise<readonly string[]> {
  if (!(await caches.has(name))) return [];
  const requests = await (await caches.open(name)).keys();
  return requests.map(({ url }) => url.slice(root.length));
}
