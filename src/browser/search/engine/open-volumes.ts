import type { SearchVolume } from "../../../formats/search/search-manifest.ts";
import { EngineFiles } from "./engine-files.ts";
import { once } from "./once.ts";
import type { Pagefind } from "./pagefind.ts";
import { RANKING } from "./pagefind-ranking.ts";
import { PagefindVolume } from "./pagefind-volume.ts";
import type { Volume } from "./volume.ts";

/** Opens volumes, each when it is first asked for. */
export type OpenVolume = (volume: SearchVolume) => Promise<Volume>;

/**
 * Loads Pagefind and opens volumes with it. All run in one WebAssembly, whose first user has to be ready before the
 * next may begin.
 *
 * @param index where `pagefind.js` and the volumes are; its address ends in a slash
 * @param everywhere the folded words that every story has
 * @param load imports a module
 */
export function volumeOpener(
  index: string,
  everywhere: readonly string[],
  load: (script: string) => Promise<Pagefind>,
): OpenVolume {
  const files = new EngineFiles(index, globalThis.fetch.bind(globalThis));
  globalThis.fetch = files.fetch;
  const engine = once(() => load(`${index}pagefind.js`));
  const words = new Set(everywhere);
  const opened = new Map<string, Promise<Volume>>();
  let first: Promise<unknown> = Promise.resolve();
  let isReady = false;

  const open = async (about: SearchVolume): Promise<Volume> => {
    const { createInstance } = await engine();
    const folder = `${index}${about.id}/`;
    const openIndex = () => createInstance({ basePath: folder, metaCacheTag: about.fingerprint, ranking: RANKING });
    const volume = new PagefindVolume(about, folder, openIndex, files, words);
    await volume.stories();
    isReady = true;
    return volume;
  };

  return (volume) => {
    const known = opened.get(volume.id);
    if (known) return known;
    const opening = isReady ? open(volume) : first.then(() => open(volume));
    if (!isReady) first = opening.catch(() => {});
    opened.set(volume.id, opening);
    opening.catch(() => opened.delete(volume.id));
    return opening;
  };
}
