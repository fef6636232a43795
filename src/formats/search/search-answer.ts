import type { SitePath } from "../../model/urls.ts";
import type { SearchRequest } from "./search-request.ts";

/** A piece of text, and whether it matches the query. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** A search result as its card shows it. Paths are those of the publication. */
export interface FoundStory {
  readonly path: SitePath;
  readonly title: string;
  readonly section: { readonly id: string; readonly name: string };
  /** The passage with the densest hits; the standfirst where the text has none. */
  readonly excerpt: readonly TextPiece[];
  /** The id and text of the heading whose passage matches best. */
  readonly bestPassage: { readonly id: string; readonly heading: string } | undefined;
  /** The matching words as the story spells them, folded: what the story's page highlights. */
  readonly marks: readonly string[];
  /** ISO 8601; `date` is for display. */
  readonly published: string;
  readonly date: string;
  readonly minutes: string;
  readonly picture: SitePath | undefined;
  /** Set while the stored edition is searched: whether the story itself is not stored on the device. */
  readonly needsConnection?: boolean;
}

/** What an offline search can use: only files that the page has loaded already, or the edition stored on the device. */
export type OfflineMode = "loaded" | "stored";

/**
 * Facet counts: stories per choice of each filter, with all other filters applied. Keys are ids, or years such as `2025`
 * of the shards searched; no shard is loaded only to be counted.
 */
export type FilterCounts = Readonly<Record<"section" | "topic" | "author" | "year", Readonly<Record<string, number>>>>;

/** A query with its spelling corrected. */
export interface SpellingCorrection {
  readonly query: string;
  /** Whether the results are those of the corrected query. Otherwise it is only suggested. */
  readonly isApplied: boolean;
}

/** The results known so far. Sent again as each shard answers. */
export interface SearchAnswer {
  readonly request: SearchRequest;
  /** Whether the stories match all words, or only some because none matches all. */
  readonly matching: "all" | "some";
  /** Stories found so far. */
  readonly total: number;
  /** The first of them, as many as were requested. */
  readonly stories: readonly FoundStory[];
  /** Undefined until counted. */
  readonly counts: FilterCounts | undefined;
  /** Years, newest first: searched, not yet searched, and failed to load. */
  readonly searched: readonly number[];
  readonly pending: readonly number[];
  readonly missing: readonly number[];
  /** Where the query found nothing, or next to nothing. */
  readonly correction: SpellingCorrection | undefined;
  /** Whether this is the last answer. */
  readonly isComplete: boolean;
  /** Undefined while online. */
  readonly offline?: OfflineMode | undefined;
}
