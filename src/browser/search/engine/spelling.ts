import type { Vocabulary } from "../../../formats/search/vocabulary.ts";
import { editDistance } from "../../../lib/edit-distance.ts";

/** The edit distance of a correction. Short words have too many neighbours. */
const MAX_EDITS = 2;
const MAX_EDITS_OF_SHORT_WORDS = 1;
const SHORT_LENGTH = 4;

/** A word that may have been meant. */
export interface WordCorrection {
  readonly word: string;
  readonly edits: number;
  /** Stories with it. */
  readonly stories: number;
}

/**
 * Other words within edit distance 2 (1 of short words) in the vocabularies of several shards: fewest edits first, then the
 * word of most stories.
 *
 * @param word folded
 * @param checkpoint awaited between vocabularies, each a matter of some milliseconds; throw from it to cancel
 */
export async function correctionsOf(
  word: string,
  vocabularies: readonly Vocabulary[],
  checkpoint = async () => {},
): Promise<readonly WordCorrection[]> {
  const maxEdits = word.length <= SHORT_LENGTH ? MAX_EDITS_OF_SHORT_WORDS : MAX_EDITS;
  const corrections = new Map<string, WordCorrection>();
  for (const vocabulary of vocabularies) {
    await checkpoint();
    for (const [other, stories] of vocabulary) {
      const known = corrections.get(other);
      const edits = known?.edits ?? (other === word ? undefined : editDistance(word, other, maxEdits));
      if (edits !== undefined) corrections.set(other, { word: other, edits, stories: stories + (known?.stories ?? 0) });
    }
  }
  return [...corrections.values()].sort((a, b) => a.edits - b.edits || b.stories - a.stories || (a.word < b.word ? -1 : 1));
}
