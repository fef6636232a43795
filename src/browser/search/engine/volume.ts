import type { Vocabulary } from "../../../formats/search/vocabulary.ts";
import type { PagefindStory } from "./pagefind.ts";

/** A story's name within its volume. */
export type StoryId = string;

/** How a word stands in a story. */
export interface Posting {
  /** How much the story is about the word, whatever other stories hold: the part of BM25 beside the word's rarity. */
  readonly weight: number;
}

export type Postings = ReadonlyMap<StoryId, Posting>;

/** Where a story is filed. */
export interface Filing {
  readonly section: string;
  readonly topic: ReadonlySet<string>;
  readonly author: ReadonlySet<string>;
  readonly month: string;
}

/** A year of the archive, or a part of one, that can be searched. Whatever fails to load rejects, and may be asked for again. */
export interface Volume {
  readonly id: string;
  readonly year: number;
  /** Newest first. */
  stories(): Promise<readonly StoryId[]>;
  /** The stories with a word, endings aside; or with any that begins so. */
  find(word: string, isBeginning: boolean): Promise<Postings>;
  /** The stories in which these words stand together. */
  findPhrase(words: readonly string[]): Promise<ReadonlySet<StoryId>>;
  /** Where a word stands in a story, counted in words of its text; nowhere, where only a name of the story's holds it. */
  positions(id: StoryId, word: string): Promise<readonly number[]>;
  filings(): Promise<ReadonlyMap<StoryId, Filing>>;
  story(id: StoryId): Promise<PagefindStory>;
  /** Whether a story has been fetched already. */
  hasFetched(id: StoryId): boolean;
  /** All its words. */
  vocabulary(): Promise<Vocabulary>;
}
