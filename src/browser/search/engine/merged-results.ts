import type { FilterCounts, SearchAnswer } from "../../../formats/search/search-answer.ts";
import type { SearchShard } from "../../../formats/search/search-manifest.ts";
import type { Query } from "../../../formats/search/search-query.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import { countFilters, type FacetedMatches, hasFilters, passes } from "./filters.ts";
import { type RankedStory, rank, termIdfs } from "./ranking.ts";
import type { Facets, StoryId } from "./shard.ts";
import { rankedTerms, type ShardMatches } from "./shard-matches.ts";

interface ShardResult {
  readonly matches: ShardMatches;
  readonly facets: ReadonlyMap<StoryId, Facets> | undefined;
  readonly isFinal: boolean;
}

/** Merges the matches of all shards for one request, as they arrive. */
export class MergedResults {
  readonly #query: Query;
  readonly #request: SearchRequest;
  readonly #shards: readonly SearchShard[];
  readonly #results = new Map<string, ShardResult>();
  readonly #missing = new Set<string>();

  /** @param shards those of the request's months, newest first */
  constructor(query: Query, request: SearchRequest, shards: readonly SearchShard[]) {
    this.#query = query;
    this.#request = request;
    this.#shards = shards;
  }

  /**
   * Replaces the earlier matches of the shard.
   *
   * @param facets required if the request has filters
   * @param isFinal whether no more matches of the shard will follow
   */
  add(matches: ShardMatches, facets: ReadonlyMap<StoryId, Facets> | undefined, isFinal: boolean): void {
    this.#results.set(matches.shard.id, { matches, facets, isFinal });
  }

  /** Records that a shard failed to load, and drops its earlier matches. */
  markMissing(id: string): void {
    this.#results.delete(id);
    this.#missing.add(id);
  }

  missing(): readonly SearchShard[] {
    return this.#shards.filter(({ id }) => this.#missing.has(id));
  }

  /** A year is missing if any of its shards is, and searched once all of them are. */
  years(): Pick<SearchAnswer, "searched" | "pending" | "missing"> {
    const years = [...new Set(this.#shards.map(({ year }) => year))];
    const missing = new Set(this.missing().map(({ year }) => year));
    const pending = new Set(this.#pending().map(({ year }) => year));
    return {
      searched: years.filter((year) => !missing.has(year) && !pending.has(year)),
      pending: years.filter((year) => !missing.has(year) && pending.has(year)),
      missing: years.filter((year) => missing.has(year)),
    };
  }

  /** Newest shard first. */
  matches(): readonly ShardMatches[] {
    return this.#shards.flatMap(({ id }) => this.#results.get(id)?.matches ?? []);
  }

  /** Falls back to stories that match some of the words once no shard is left that may match all. */
  matching(): SearchAnswer["matching"] {
    const isOver = this.#pending().length === 0;
    return isOver && this.#query.terms.length > 1 && this.#rank("all").length === 0 ? "some" : "all";
  }

  ranked(): readonly RankedStory[] {
    return this.#rank(this.matching());
  }

  /** The idf of each ranked term over the shards searched so far. */
  idfs(): readonly number[] {
    return termIdfs(this.matches(), rankedTerms(this.#query).length);
  }

  /** @param facets of every shard searched so far */
  count(facets: ReadonlyMap<ShardMatches, ReadonlyMap<StoryId, Facets>>): FilterCounts {
    const matching = this.matching();
    const faceted = this.matches().flatMap((matches): FacetedMatches[] => {
      const ofShard = facets.get(matches);
      return ofShard ? [{ matches, found: matches[matching], facets: ofShard }] : [];
    });
    return countFilters(faceted, this.#request);
  }

  #pending(): readonly SearchShard[] {
    return this.#shards.filter(({ id }) => !this.#results.get(id)?.isFinal && !this.#missing.has(id));
  }

  /** Without words, relevance means newest first. */
  #rank(matching: SearchAnswer["matching"]): readonly RankedStory[] {
    const { sort } = this.#request;
    const order = sort === "relevance" && this.#query.terms.length === 0 ? "newest" : sort;
    return rank(this.matches(), (matches) => this.#filtered(matches, matching), this.idfs(), order);
  }

  #filtered(matches: ShardMatches, matching: SearchAnswer["matching"]): ReadonlySet<StoryId> {
    const facets = this.#results.get(matches.shard.id)?.facets;
    if (!facets || !hasFilters(this.#request)) return matches[matching];
    return new Set(
      [...matches[matching]].filter((id) => {
        const ofStory = facets.get(id);
        return ofStory && passes(ofStory, this.#request);
      }),
    );
  }
}
