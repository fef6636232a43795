import type { SearchShard } from "../../../formats/search/search-manifest.ts";
import type { Query } from "../../../formats/search/search-query.ts";
import type { SearchSort } from "../../../formats/search/search-request.ts";
import { lazy, PromiseCache } from "../../../lib/promise-cache.ts";
import type { Pagefind } from "./pagefind.ts";
import { PagefindFetch } from "./pagefind-fetch.ts";
import { PagefindShard } from "./pagefind-shard.ts";
import { RANKING } from "./ranking.ts";
import type { Shard } from "./shard.ts";

/** Opens a shard at the first call for it. */
export type OpenShard = (shard: SearchShard) => Promise<Shard>;

/**
 * Loads Pagefind at the first call and opens shards with it. All share one WebAssembly, which must be initialised by the
 * first shard before another may start.
 *
 * @param index the URL of the folder with `pagefind.js` and the shards; ends in a slash
 * @param universalTerms the folded words that every story has
 * @param load imports a module
 */
export function shardOpener(
  index: string,
  universalTerms: readonly string[],
  load: (script: string) => Promise<Pagefind>,
): OpenShard {
  const pagefindFetch = new PagefindFetch(index, globalThis.fetch.bind(globalThis));
  globalThis.fetch = pagefindFetch.fetch;
  const engine = lazy(() => load(`${index}pagefind.js`));
  const terms = new Set(universalTerms);
  const shards = new PromiseCache<Shard>();
  let initialising: Promise<unknown> = Promise.resolve();
  let isInitialised = false;

  const open = async (entry: SearchShard): Promise<Shard> => {
    const { createInstance } = await engine();
    const folder = `${index}${entry.id}/`;
    const openIndex = () => createInstance({ basePath: folder, metaCacheTag: entry.fingerprint, ranking: RANKING });
    const shard = new PagefindShard(entry, folder, openIndex, pagefindFetch, terms);
    await shard.stories();
    isInitialised = true;
    return shard;
  };

  const openInTurn = (entry: SearchShard): Promise<Shard> => {
    if (isInitialised) return open(entry);
    const opening = initialising.then(() => open(entry));
    initialising = opening.catch(() => {});
    return opening;
  };

  return (entry) => shards.get(entry.id, () => openInTurn(entry));
}

/**
 * The order in which shards are searched, so that the first has what ranks first. By relevance that is the newest year, and
 * of its shards the larger: a word costs about as many bytes in the small one, which seldom has it.
 *
 * @param shards newest first
 */
export function shardOrder(shards: readonly SearchShard[], sort: SearchSort, { terms }: Query): readonly SearchShard[] {
  if (sort === "oldest") return shards.toReversed();
  if (sort === "newest" || terms.length === 0) return shards;
  return shards.toSorted((a, b) => b.year - a.year || b.stories - a.stories);
}
