import type { FilterCounts, FoundStory, SearchAnswer, SpellingCorrection } from "../../../formats/search/search-answer.ts";
import type { SearchManifest, SearchShard } from "../../../formats/search/search-manifest.ts";
import { parseQuery, type Query } from "../../../formats/search/search-query.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { hasFilters, includesYear } from "./filters.ts";
import { MergedResults } from "./merged-results.ts";
import { nextTask } from "./next-task.ts";
import { type OpenShard, shardOrder } from "./open-shards.ts";
import type { RankedStory } from "./ranking.ts";
import type { Shard } from "./shard.ts";
import { matchShard, type ShardMatches, withoutPrefixes } from "./shard-matches.ts";
import { showStory } from "./show-story.ts";

/** A request, and how much of the answer is needed. */
export interface Search {
  readonly request: SearchRequest;
  /** Stories to show of those found. */
  readonly shown: number;
  /** Whether to count facets. */
  readonly counts: boolean;
  /** The correction to search for in place of the query. */
  readonly correction?: SpellingCorrection;
}

export interface SearchContext {
  readonly manifest: SearchManifest;
  readonly open: OpenShard;
  /** Called with all that is known, each time that is more. */
  readonly onAnswer: (answer: SearchAnswer) => void;
  /** Whether a newer search has started, so that this one is to be cancelled. */
  readonly isSuperseded: () => boolean;
}

/** Shards searched at a time after the first, which has the network to itself. */
const CONCURRENCY = 3;
/**
 * The first story is fetched and shown before the others: each of them may be in another file of some ten kilobytes. In a
 * shard that no story has been fetched of, the others wait for as long as painting takes.
 */
const FIRST_PAINT_MS = 50;

/** Shards that a story has been fetched of. */
const warm = new WeakSet<Shard>();

/** One search over all shards: the likeliest first, then the others concurrently, with their results merged as they arrive. */
export class ArchiveSearch {
  readonly #search: Search;
  readonly #context: SearchContext;
  readonly #query: Query;
  /** In the order in which they are searched. */
  readonly #shards: readonly SearchShard[];
  readonly #results: MergedResults;
  #presenting: Promise<void> | undefined;
  #hasNews = false;
  #counts: FilterCounts | undefined;
  #correction: SpellingCorrection | undefined;

  constructor(search: Search, context: SearchContext) {
    this.#search = search;
    this.#context = context;
    this.#correction = search.correction;
    this.#query = parseQuery(search.correction?.query ?? search.request.query);
    const shards = context.manifest.volumes.filter(({ year }) => includesYear(search.request, year));
    this.#shards = shardOrder(shards, search.request.sort, this.#query);
    this.#results = new MergedResults(this.#query, search.request, shards);
  }

  /** @throws where not a single shard of the archive could be loaded: then more than the shards is broken */
  async run(): Promise<void> {
    const { isSuperseded, manifest } = this.#context;
    const [first, ...others] = this.#shards;
    const searchShard = async (shard: SearchShard): Promise<void> => {
      if (isSuperseded()) return;
      await this.#match(shard, this.#query);
      // Stories that match some of the words have to wait: a correction may find others that match all.
      if (this.#results.matches().length > 0 && this.#results.matching() === "all") await this.#present();
    };
    if (first) {
      const isLoaded = await this.#matchWholeWords(first);
      if (isLoaded) await searchShard(first);
    }
    await mapConcurrent(others, CONCURRENCY, async (shard) => {
      await nextTask();
      await searchShard(shard);
    });
    const missing = this.#results.missing();
    if (missing.length > 0 && missing.length === manifest.volumes.length) throw new Error("No shard could be loaded.");
    this.#correction ??= await this.#correct();
    if (this.#correction?.isApplied && !this.#search.correction) {
      return new ArchiveSearch({ ...this.#search, correction: this.#correction }, this.#context).run();
    }
    if (this.#search.counts) await this.#count();
    this.#send({ ...(await this.#answer(this.#search.shown)), isComplete: true });
  }

  /**
   * Shows the stories with the last word as a whole word before it is expanded as a prefix, which loads further files.
   *
   * @returns whether the shard could be loaded
   */
  async #matchWholeWords(shard: SearchShard): Promise<boolean> {
    if (this.#query.terms.some(({ isPrefix }) => isPrefix)) {
      await this.#match(shard, withoutPrefixes(this.#query));
      if (this.#results.ranked().length > 0) await this.#present();
    }
    return !this.#results.missing().includes(shard);
  }

  /** A shard that fails to load is marked missing; the others answer nevertheless. */
  async #match(entry: SearchShard, query: Query): Promise<void> {
    try {
      const shard = await this.#context.open(entry);
      const matches = await matchShard(shard, query, this.#checkpoint);
      const facets = hasFilters(this.#search.request) ? await shard.facets() : undefined;
      this.#results.add(matches, facets, query === this.#query);
    } catch {
      this.#results.markMissing(entry.id);
    }
  }

  /** Lets a newer search start, and cancels this one if it has. The shard is then marked missing in an answer nobody gets. */
  readonly #checkpoint = async (): Promise<void> => {
    await nextTask();
    if (this.#context.isSuperseded()) throw new Error("A newer search has started.");
  };

  /** Sends an answer. Matches that arrive meanwhile are sent together afterwards. */
  #present(): Promise<void> {
    this.#hasNews = true;
    this.#presenting ??= this.#presentAll().finally(() => {
      this.#presenting = undefined;
    });
    return this.#presenting;
  }

  async #presentAll(): Promise<void> {
    while (this.#hasNews && !this.#context.isSuperseded()) {
      this.#hasNews = false;
      const ranked = this.#results.ranked().slice(0, this.#search.shown);
      if (ranked.some(({ id, matches }) => !matches.shard.hasFetched(id))) {
        this.#send(await this.#answer(1));
        const isCold = ranked.some(({ matches }) => !warm.has(matches.shard));
        if (isCold) await new Promise((resolve) => setTimeout(resolve, FIRST_PAINT_MS));
      }
      for (const { matches } of ranked) warm.add(matches.shard);
      this.#send(await this.#answer(this.#search.shown));
    }
  }

  #send(answer: SearchAnswer): void {
    if (!this.#context.isSuperseded()) this.#context.onAnswer(answer);
  }

  /** All that is known. If a story cannot be fetched, its shard is dropped and the rest is ranked again. */
  async #answer(shown: number): Promise<SearchAnswer> {
    for (;;) {
      const [matching, ranked] = [this.#results.matching(), this.#results.ranked()];
      const years = this.#results.years();
      const stories = await this.#show(ranked.slice(0, shown));
      if (!stories) continue;
      return {
        request: this.#search.request,
        matching,
        total: ranked.length,
        stories,
        ...years,
        counts: this.#counts,
        correction: this.#correction,
        isComplete: false,
      };
    }
  }

  /** Undefined where any of the stories could not be fetched. */
  async #show(ranked: readonly RankedStory[]): Promise<readonly FoundStory[] | undefined> {
    const idfs = this.#results.idfs();
    const stories = await Promise.all(
      ranked.map(async (each) => {
        const { shard } = each.matches;
        const shown = await shard
          .story(each.id)
          .then((story) => showStory(each, story, idfs))
          .catch(() => undefined);
        if (!shown) this.#results.markMissing(shard.id);
        return shown;
      }),
    );
    const shown = stories.filter((story) => story !== undefined);
    return shown.length === stories.length ? shown : undefined;
  }

  async #count(): Promise<void> {
    const facets = await this.#fromEach(({ shard }) => shard.facets());
    if (facets) this.#counts = this.#results.count(facets);
  }

  /** Looks for a spelling correction. Failures are ignored: the answer is complete without one. */
  async #correct(): Promise<SpellingCorrection | undefined> {
    const { query, verbatim } = this.#search.request;
    if (this.#query.isBlank || verbatim) return undefined;
    return correctSpelling(query, this.#results.matches(), this.#checkpoint).catch(() => undefined);
  }

  /** Loads something else of each shard searched; undefined if the search is superseded meanwhile. */
  async #fromEach<T>(load: (matches: ShardMatches) => Promise<T>): Promise<ReadonlyMap<ShardMatches, T> | undefined> {
    const loaded = new Map<ShardMatches, T>();
    for (const matches of this.#results.matches()) {
      if (this.#context.isSuperseded()) return undefined;
      try {
        loaded.set(matches, await load(matches));
      } catch {
        this.#results.markMissing(matches.shard.id);
      }
    }
    return loaded;
  }
}
