import { foldWord } from "../../formats/search/words.ts";

/** The parameter of a story's address that names the words to highlight: `?mark=brent+oil`. */
export const HIGHLIGHT_PARAMETER = "mark";

const MAX_WORDS = 20;
/** In UTF-16 code units. */
const MAX_WORD_LENGTH = 60;

/** A word to highlight and its position in a text, in UTF-16 code units. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  /** Normalized by `foldWord`. */
  readonly word: string;
}

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

/** A word without surrounding punctuation. */
const BARE_WORD = /[\p{L}\p{N}_](?:.*[\p{L}\p{N}_])?\p{M}*/su;
/** The parts of a compound: hyphens, dashes and slashes separate them. */
const COMPOUND_PARTS = /[^\p{Pd}\u2212/]+/gu;

/** Finds words in a text, in order of position. Compounds such as `oil–price` and `long-term` match as a whole or by part. */
export function findMatches(text: string, words: ReadonlySet<string>): readonly TextMatch[] {
  const ifWanted = (match: TextMatch | undefined) => (match && words.has(match.word) ? [match] : []);
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: token, index }) => {
    const whole = ifWanted(bareWord(token, index));
    if (whole.length > 0) return whole;
    return [...token.matchAll(COMPOUND_PARTS)].flatMap((part) => ifWanted(bareWord(part[0], index + part.index)));
  });
}

function bareWord(token: string, offset: number): TextMatch | undefined {
  const bare = BARE_WORD.exec(token);
  if (!bare) return undefined;
  const start = offset + bare.index;
  return { start, end: start + bare[0].length, word: foldWord(bare[0]) };
}
