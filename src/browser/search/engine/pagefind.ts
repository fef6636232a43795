import type { SearchFilters, SearchMeta } from "../../../formats/search/search-record.ts";

/** The part of Pagefind's JavaScript interface in use (Pagefind 1.6). */
export interface Pagefind {
  createInstance(options: PagefindOptions): PagefindIndex;
}

export interface PagefindOptions {
  readonly basePath: string;
  /** Ends up in the address of the entry file, so that it can be kept until the volume changes. */
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
   * One word finds stories with it and with words that begin so, as far as they have been loaded. Within quotation marks
   * a word or more finds exactly those. `null` finds every story.
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
  /** Where the words first stand that were within quotation marks, counted in words of the text. */
  readonly words: readonly number[];
  data(): Promise<PagefindStory>;
}

/** A story as Pagefind keeps it. */
export interface PagefindStory {
  readonly raw_url: string;
  /** The text without markup. */
  readonly content: string;
  readonly meta: SearchMeta;
  readonly filters: SearchFilters;
  /** Where the words of the search stand that found it, counted in words of the text; the weight in twenty-fourths. */
  readonly weighted_locations: readonly { readonly location: number; readonly weight: number; readonly balanced_score: number }[];
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}
