import { type TextWord, tokensOf } from "./words.ts";

/**
 * What a text is found by, as the index has it: a story's words, then its compounds as one word each, in their order. The
 * position of a match counts these words.
 */
export interface IndexedWords {
  /** Each side by side with the next, as phrases need them. */
  readonly words: readonly TextWord[];
  /** Such as `email` of `e-mail`, and figures with their minus signs. */
  readonly compounds: readonly TextWord[];
}

export function indexedWords(text: string): IndexedWords {
  const tokens = tokensOf(text);
  return {
    words: tokens.flatMap(({ parts }) => parts),
    compounds: tokens.filter(({ word, parts: [first] }) => word !== first?.word),
  };
}

/** Letters that stand for the punctuation within folded words: Pagefind ignores all others. */
const LETTERS: Readonly<Record<string, string>> = { ".": "\uA78F", "-": "\uA7F7" };

/** A folded word as the index spells it. */
export function indexSpelling(word: string): string {
  return word.replace(/[.-]/g, (character) => LETTERS[character] ?? character);
}
