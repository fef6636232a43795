import type { FilterCounts, SearchAnswer } from "../../../newsroom/search/search-answer.ts";
import type { Query } from "../../../newsroom/search/search-query.ts";
import type { SearchRequest } from "../../../newsroom/search/search-request.ts";
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
  readonly #years: readonly number[];
  readonly #answered = new Map<number, Answered>();
  readonly #missing = new Set<number>();

  /** @param years those that may hold stories for the request */
  constructor(query: Query, request: SearchRequest, years: readonly number[]) {
    this.#query = query;
    this.#request = request;
    this.#years = years.toSorted((a, b) => b - a);
  }

  /**
   * Takes the place of what the volume has answered before.
   *
   * @param filings where stories stand, if the request has filters
   * @param isWhole whether nothing more is to be expected of the volume
   */
  add(matches: VolumeMatches, filings: ReadonlyMap<StoryId, Filing> | undefined, isWhole: boolean): void {
    this.#answered.set(matches.volume.year, { matches, filings, isWhole });
  }

  /** What cannot be loaded is missing, whatever of it could be before. */
  miss(year: number): void {
    this.#answered.delete(year);
    this.#missing.add(year);
  }

  years(): Pick<SearchAnswer, "searched" | "pending" | "missing"> {
    const isSearched = (year: number): boolean => this.#answered.get(year)?.isWhole ?? false;
    return {
      searched: this.#years.filter(isSearched),
      pending: this.#years.filter((year) => !isSearched(year) && !this.#missing.has(year)),
      missing: this.#years.filter((year) => this.#missing.has(year)),
    };
  }

  matches(): readonly VolumeMatches[] {
    return [...this.#answered.values()].map(({ matches }) => matches);
  }

  /** Some of the words are only good enough once no volume is left that may hold all of them. */
  holds(): SearchAnswer["holds"] {
    const isOver = this.years().pending.length === 0;
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

  /** Without words nothing is more relevant than anything else. */
  #rankedBy(holds: SearchAnswer["holds"]): readonly Ranked[] {
    const { sort } = this.#request;
    const order = sort === "relevance" && this.#query.terms.length === 0 ? "newest" : sort;
    return rank(this.matches(), (matches) => this.#filtered(matches, holds), this.rarity(), order);
  }

  #filtered(matches: VolumeMatches, holds: SearchAnswer["holds"]): ReadonlySet<StoryId> {
    const filings = this.#answered.get(matches.volume.year)?.filings;
    if (!filings || !hasFilters(this.#request)) return matches[holds];
    return new Set(
      [...matches[holds]].filter((id) => {
        const filing = filings.get(id);
        return filing && passes(filing, this.#request);
      }),
    );
  }
}
