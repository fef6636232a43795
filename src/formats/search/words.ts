/** Normalizes a word for comparison (case and diacritic folding): lower case, without diacritics, only letters, digits and `_`. */
export function foldWord(word: string): string {
  return plainWord(word.normalize("NFD")).replace(/\p{M}/gu, "");
}

/** A word in lower case without punctuation: `“Zürich’s` is `zürichs`, `117.29` is `11729`. */
export function plainWord(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}_]/gu, "").toLowerCase();
}

/** White space, hyphens, dashes and slashes: the words that they join are searched for one by one. */
const SEPARATORS = /[\s\p{Pd}\u2212/]+/u;

/** Tokenizes a text into words as written, such as `Zürich’s`. A token without letters and digits is no word. */
export function wordsOf(text: string): readonly string[] {
  return text.split(SEPARATORS).filter((word) => foldWord(word) !== "");
}
