import type { SearchMeta } from "../../../formats/search/field-weights.ts";
import type { SearchFilters } from "../../../formats/search/search-record.ts";

/** The part of Pagefind's JavaScript interface in use (Pagefind 1.6). */
export interface Pagefind {
  createInstance(options: PagefindOptions): PagefindIndex;
}

export interface PagefindOptions {
  readonly basePath: string;
  /** Becomes part of the entry file's URL, so that it can be cached until the shard changes. */
  readonly metaCacheTag: string;
  readonly ranking: {
    readonly pageLength: number;
    readonly termSimilarity: number;
    readonly termSaturation: number;
    readonly metaWeights: Readonly<Record<string, number>>;
  };
}

export interface PagefindIndex {
  /**
   * One word finds stories with it and with longer words that have it as a prefix, as far as those have been loaded.
   * Within quotation marks one or more words find exactly those. `null` finds every story.
   */
  search(query: string | null, options?: PagefindSearchOptions): Promise<PagefindAnswer>;
  /** The number of stories by filter and value. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

interface PagefindSearchOptions {
  readonly filters?: Readonly<Record<string, string>>;
  readonly sort?: Readonly<Record<string, "asc" | "desc">>;
}

export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  readonly unfilteredResultCount: number;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** The positions of the first exact match, counted in words of the text. */
  readonly words: readonly number[];
  data(): Promise<PagefindStory>;
}

/** A story as Pagefind stores it. */
export interface PagefindStory {
  readonly raw_url: string;
  /** The text without markup. */
  readonly content: string;
  readonly meta: SearchMeta;
  readonly filters: SearchFilters;
  /** The positions of all matches, counted in words of the text; weights in twenty-fourths. */
  readonly weighted_locations: readonly { readonly location: number; readonly weight: number; readonly balanced_score: number }[];
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}
