/** What a word of a text or of a query is compared by: lower case, without diacritics, only letters, digits and `_`. */
export function foldWord(word: string): string {
  return plainWord(word.normalize("NFD")).replace(/\p{M}/gu, "");
}

/** A word without the signs within and around it, in lower case: `“Zürich’s` is `zürichs`, `117.29` is `11729`. */
export function plainWord(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}_]/gu, "").toLowerCase();
}

/** White space, hyphens, dashes and slashes: a reader looks for the words beside them one by one. */
const JOINTS = /[\s\p{Pd}\u2212/]+/u;

/** The words of a text as they stand there, such as `Zürich’s`. What holds no letter and no digit is none. */
export function wordsOf(text: string): readonly string[] {
  return text.split(JOINTS).filter((word) => foldWord(word) !== "");
}
