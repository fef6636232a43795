import { foldWord, type TextWord, tokensOf } from "../../formats/search/words.ts";

/** The parameter of a story's address that names the words to highlight: `?mark=brent+oil`. */
export const HIGHLIGHT_PARAMETER = "mark";

const MAX_WORDS = 20;
/** In UTF-16 code units. */
const MAX_WORD_LENGTH = 60;

/**
 * Parses the words to highlight from an address, normalized by `foldWord`. Words without letters and digits, words that are
 * too long, and all after the twentieth are ignored.
 *
 * @param search the query string, such as `?mark=brent+oil`
 */
export function parseHighlightQuery(search: string): ReadonlySet<string> {
  const query = new URLSearchParams(search).get(HIGHLIGHT_PARAMETER) ?? "";
  const words = query.split(/\s+/).filter((word) => word.length <= MAX_WORD_LENGTH);
  return new Set(
    words
      .map(foldWord)
      .filter((word) => word !== "")
      .slice(0, MAX_WORDS),
  );
}

/** Finds words in a text, in order of position. Compounds such as `oil–price` and `long-term` match as a whole or by part. */
export function findMatches(text: string, words: ReadonlySet<string>): readonly TextWord[] {
  return tokensOf(text).flatMap((token) => (words.has(token.word) ? [token] : token.parts.filter(({ word }) => words.has(word))));
}
