import SearchableMap from "minisearch/SearchableMap";
import type { Vocabulary } from "../../../formats/search/vocabulary.ts";

/** Letters that may be wrong, missing or too many (Levenshtein's distance). Short words have too many neighbours. */
const MOST_EDITS = 2;
const EDITS_OF_SHORT_WORDS = 1;
const SHORT = 4;
const MOST_CORRECTIONS = 30;
/** A matter of some milliseconds. */
const WORDS_AT_ONCE = 1000;

/** A word that may have been meant. */
export interface Correction {
  readonly word: string;
  readonly edits: number;
  /** Stories with it. */
  readonly stories: number;
}

/** The words of a volume as a radix tree, which finds all that differ by a few letters without looking at the others. */
export class Spelling {
  readonly #words: SearchableMap<number>;

  private constructor(words: SearchableMap<number>) {
    this.#words = words;
  }

  /** @param between called now and then: tens of thousands of words take their time. What it throws ends the work. */
  static async of(vocabulary: Vocabulary, between = async () => {}): Promise<Spelling> {
    const words = new SearchableMap<number>();
    for (const [at, [word, stories]] of [...vocabulary].entries()) {
      if (at % WORDS_AT_ONCE === 0) await between();
      words.set(word, stories);
    }
    return new Spelling(words);
  }

  knows(word: string): boolean {
    return this.#words.has(word);
  }

  knowsBeginning(word: string): boolean {
    return !this.#words.atPrefix(word).keys().next().done;
  }

  /** Other words within edit distance 2 (1 of short words). */
  corrections(word: string): readonly Correction[] {
    const most = word.length <= SHORT ? EDITS_OF_SHORT_WORDS : MOST_EDITS;
    return [...this.#words.fuzzyGet(word, most)]
      .map(([other, [stories, edits]]) => ({ word: other, edits, stories }))
      .filter(({ edits }) => edits > 0);
  }
}

/** Puts together what several volumes offer: the fewest edits first, then the word that most stories have. */
export function mergeCorrections(volumes: readonly (readonly Correction[])[]): readonly Correction[] {
  const merged = new Map<string, Correction>();
  for (const correction of volumes.flat()) {
    const stories = (merged.get(correction.word)?.stories ?? 0) + correction.stories;
    merged.set(correction.word, { ...correction, stories });
  }
  return [...merged.values()].sort((a, b) => a.edits - b.edits || b.stories - a.stories).slice(0, MOST_CORRECTIONS);
}
