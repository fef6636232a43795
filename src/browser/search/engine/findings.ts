import type { FilterCounts, SearchAnswer } from "../../../formats/search/search-answer.ts";
import type { SearchVolume } from "../../../formats/search/search-manifest.ts";
import type { Query } from "../../../formats/search/search-query.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import { countFilters, type FiledMatches, hasFilters, passes } from "./filters.ts";
import { type Ranked, rank, rarities } from "./ranking.ts";
import type { Filing, StoryId } from "./volume.ts";
import { rankedTerms, type VolumeMatches } from "./volume-matches.ts";

interface Answered {
  readonly matches: VolumeMatches;
  readonly filings: ReadonlyMap<StoryId, Filing> | undefined;
  readonly isWhole: boolean;
}

/** What the volumes have answered so far to one request. */
export class Findings {
  readonly #query: Query;
  readonly #request: SearchRequest;
  readonly #volumes: readonly SearchVolume[];
  readonly #answered = new Map<string, Answered>();
  readonly #missing = new Set<string>();

  /** @param volumes those that may hold stories for the request, newest first */
  constructor(query: Query, request: SearchRequest, volumes: readonly SearchVolume[]) {
    this.#query = query;
    this.#request = request;
    this.#volumes = volumes;
  }

  /**
   * Takes the place of what the volume has answered before.
   *
   * @param filings where stories stand, if the request has filters
   * @param isWhole whether nothing more is to be expected of the volume
   */
  add(matches: VolumeMatches, filings: ReadonlyMap<StoryId, Filing> | undefined, isWhole: boolean): void {
    this.#answered.set(matches.volume.id, { matches, filings, isWhole });
  }

  /** What cannot be loaded is missing, whatever of it could be before. */
  miss(id: string): void {
    this.#answered.delete(id);
    this.#missing.add(id);
  }

  /** The volumes that could not be loaded. */
  missing(): readonly SearchVolume[] {
    return this.#volumes.filter(({ id }) => this.#missing.has(id));
  }

  /** A year is missing as soon as any of its volumes is, and searched once all of them are. */
  years(): Pick<SearchAnswer, "searched" | "pending" | "missing"> {
    const years = [...new Set(this.#volumes.map(({ year }) => year))];
    const missing = new Set(this.missing().map(({ year }) => year));
    const pending = new Set(this.#pending().map(({ year }) => year));
    return {
      searched: years.filter((year) => !missing.has(year) && !pending.has(year)),
      pending: years.filter((year) => !missing.has(year) && pending.has(year)),
      missing: years.filter((year) => missing.has(year)),
    };
  }

  /** Newest volume first. */
  matches(): readonly VolumeMatches[] {
    return this.#volumes.flatMap(({ id }) => this.#answered.get(id)?.matches ?? []);
  }

  /** Some of the words are only good enough once no volume is left that may hold all of them. */
  holds(): SearchAnswer["holds"] {
    const isOver = this.#pending().length === 0;
    return isOver && this.#query.terms.length > 1 && this.#rankedBy("all").length === 0 ? "some" : "all";
  }

  ranked(): readonly Ranked[] {
    return this.#rankedBy(this.holds());
  }

  /** How rare each term is in what has answered. */
  rarity(): readonly number[] {
    return rarities(this.matches(), rankedTerms(this.#query).length);
  }

  /** @param filings of every volume that has answered */
  count(filings: ReadonlyMap<VolumeMatches, ReadonlyMap<StoryId, Filing>>): FilterCounts {
    const holds = this.holds();
    const filed = this.matches().flatMap((matches): FiledMatches[] => {
      const known = filings.get(matches);
      return known ? [{ matches, found: matches[holds], filings: known }] : [];
    });
    return countFilters(filed, this.#request);
  }

  #pending(): readonly SearchVolume[] {
    return this.#volumes.filter(({ id }) => !this.#answered.get(id)?.isWhole && !this.#missing.has(id));
  }

  /** Without words nothing is more relevant than anything else. */
  #rankedBy(holds: SearchAnswer["holds"]): readonly Ranked[] {
    const { sort } = this.#request;
    const order = sort === "relevance" && this.#query.terms.length === 0 ? "newest" : sort;
    return rank(this.matches(), (matches) => this.#filtered(matches, holds), this.rarity(), order);
  }

  #filtered(matches: VolumeMatches, holds: SearchAnswer["holds"]): ReadonlySet<StoryId> {
    const filings = this.#answered.get(matches.volume.id)?.filings;
    if (!filings || !hasFilters(this.#request)) return matches[holds];
    return new Set(
      [...matches[holds]].filter((id) => {
        const filing = filings.get(id);
        return filing && passes(filing, this.#request);
      }),
    );
  }
}
