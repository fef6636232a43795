import SearchableMap from "minisearch/SearchableMap";
import type { Vocabulary } from "../../../formats/search/vocabulary.ts";

/** The edit distance (Levenshtein) of a correction. Short words have too many neighbours. */
const MAX_EDITS = 2;
const MAX_EDITS_OF_SHORT_WORDS = 1;
const SHORT_LENGTH = 4;
const MAX_CORRECTIONS = 30;
/** A matter of some milliseconds. */
const WORDS_PER_TASK = 1000;

/** A word that may have been meant. */
export interface Correction {
  readonly word: string;
  readonly edits: number;
  /** Stories with it. */
  readonly stories: number;
}

/** The vocabulary of a shard as a radix tree, which finds words within an edit distance without visiting all others. */
export class Spelling {
  readonly #words: SearchableMap<number>;

  private constructor(words: SearchableMap<number>) {
    this.#words = words;
  }

  /** @param checkpoint awaited now and then while tens of thousands of words are added; throw from it to cancel */
  static async of(vocabulary: Vocabulary, checkpoint = async () => {}): Promise<Spelling> {
    const words = new SearchableMap<number>();
    for (const [at, [word, stories]] of [...vocabulary].entries()) {
      if (at % WORDS_PER_TASK === 0) await checkpoint();
      words.set(word, stories);
    }
    return new Spelling(words);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  hasPrefix(prefix: string): boolean {
    return !this.#words.atPrefix(prefix).keys().next().done;
  }

  /** Other words within edit distance 2 (1 of short words). */
  corrections(word: string): readonly Correction[] {
    const maxEdits = word.length <= SHORT_LENGTH ? MAX_EDITS_OF_SHORT_WORDS : MAX_EDITS;
    return [...this.#words.fuzzyGet(word, maxEdits)]
      .map(([other, [stories, edits]]) => ({ word: other, edits, stories }))
      .filter(({ edits }) => edits > 0);
  }
}

/** Merges the corrections of several shards: fewest edits first, then the word of most stories. */
export function mergeCorrections(shards: readonly (readonly Correction[])[]): readonly Correction[] {
  const merged = new Map<string, Correction>();
  for (const correction of shards.flat()) {
    const stories = (merged.get(correction.word)?.stories ?? 0) + correction.stories;
    merged.set(correction.word, { ...correction, stories });
  }
  return [...merged.values()].sort((a, b) => a.edits - b.edits || b.stories - a.stories).slice(0, MAX_CORRECTIONS);
}
