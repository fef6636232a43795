import type { SitePath } from "../../model/urls.ts";
import type { SearchRequest } from "./search-request.ts";

/** A stretch of text, and whether it is among the words searched for. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** A story that a search has found. Its places are those in the publication. */
export interface FoundStory {
  readonly path: SitePath;
  readonly title: string;
  readonly section: { readonly id: string; readonly name: string };
  /** Where the words searched for stand closest; the standfirst where they stand in no text, or there are none. */
  readonly excerpt: readonly TextPiece[];
  /** The part of the story that holds most of the words, by the id and the text of its heading. */
  readonly bestPart: { readonly id: string; readonly heading: string } | undefined;
  /** The words found, as this story writes them, in lower case and without diacritics. */
  readonly marks: readonly string[];
  /** ISO 8601, and as readers see it. */
  readonly published: string;
  readonly date: string;
  readonly minutes: string;
  readonly picture: SitePath | undefined;
  /** Whether it is not among what the device keeps, where that is what has been searched. */
  readonly needsConnection?: boolean;
}

/**
 * What a search makes do with that has no connection: nothing but what its page has loaded already, or what the device
 * keeps.
 */
export type Offline = "loaded" | "kept";

/**
 * How many stories each choice of a filter would leave, all other filters applied. Ids, and years such as `2025`: those
 * that have been searched, since no volume is loaded in order to be counted only.
 */
export type FilterCounts = Readonly<Record<"section" | "topic" | "author" | "year", Readonly<Record<string, number>>>>;

/** What is known of the answer to a request at one moment: more of it arrives volume by volume. */
export interface SearchAnswer {
  readonly request: SearchRequest;
  /** Whether the stories hold all that was asked for, or some of the words because none holds all. */
  readonly holds: "all" | "some";
  /** Stories found so far. */
  readonly total: number;
  /** The best of them, as many as were asked for. */
  readonly stories: readonly FoundStory[];
  /** Undefined as long as they are being counted. */
  readonly counts: FilterCounts | undefined;
  /** Years, newest first: those that have answered, those still to come, and those that could not be loaded. */
  readonly searched: readonly number[];
  readonly pending: readonly number[];
  readonly missing: readonly number[];
  /** The query as it may have been meant, where it found little. */
  readonly suggestion: string | undefined;
  /** Whether nothing more comes. */
  readonly isComplete: boolean;
  /** Undefined where there is a connection. */
  readonly offline?: Offline | undefined;
}
