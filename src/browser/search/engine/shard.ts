import type { Vocabulary } from "../../../formats/search/vocabulary.ts";
import type { PagefindStory } from "./pagefind.ts";

/** The id of a story within its shard. */
export type StoryId = string;

/** A story in the postings list of a word. */
export interface Posting {
  /** The term frequency part of BM25, which does not depend on other stories; its other part is the word's idf. */
  readonly weight: number;
}

export type Postings = ReadonlyMap<StoryId, Posting>;

/** The facets of a story: what filters select by, as ids. */
export interface Facets {
  readonly section: string;
  readonly topic: ReadonlySet<string>;
  readonly author: ReadonlySet<string>;
  /** Such as `2025-01`. */
  readonly month: string;
}

/** An open shard of the search index. Every method rejects where a file fails to load, and may be called again. */
export interface Shard {
  readonly id: string;
  readonly year: number;
  /** Newest first. */
  stories(): Promise<readonly StoryId[]>;
  /** The stories with a word, stemmed; or with any word that has it as a prefix. */
  find(word: string, isPrefix: boolean): Promise<Postings>;
  /** The stories with these words side by side; the last may be a prefix. */
  findPhrase(words: readonly string[], isPrefix?: boolean): Promise<ReadonlySet<StoryId>>;
  /**
   * The positions of a word in the text of a story, counted in pieces between white space; none where only its metadata has
   * the word.
   */
  positions(id: StoryId, word: string): Promise<readonly number[]>;
  facets(): Promise<ReadonlyMap<StoryId, Facets>>;
  story(id: StoryId): Promise<PagefindStory>;
  /** Whether a story is in memory already. */
  hasFetched(id: StoryId): boolean;
  vocabulary(): Promise<Vocabulary>;
  /** The part of the vocabulary with all words of the same first letter as this folded word. */
  vocabularyLike(word: string): Promise<Vocabulary>;
}
