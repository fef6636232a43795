import { foldWord } from "../../formats/search/words.ts";

/** The parameter of a story's address that names the words to mark in it: `?mark=brent+oil`. */
export const MARK = "mark";

const MOST_WORDS = 20;
/** In UTF-16 units. Longer is no word that a reader looks for. */
const LONGEST_WORD = 60;

/** A word of a text that is to be marked: where it stands there, in UTF-16 units. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  /** As `foldWord` leaves it. */
  readonly word: string;
}

/**
 * The words that an address asks to be marked, as `foldWord` leaves them. What holds no letter and no digit, what is
 * too long, and what comes after the twentieth word counts for nothing.
 *
 * @param search the query of the address, such as `?mark=brent+oil`
 */
export function markedWords(search: string): ReadonlySet<string> {
  const asked = new URLSearchParams(search).get(MARK) ?? "";
  const words = asked.split(/\s+/).filter((word) => word.length <= LONGEST_WORD);
  return new Set(
    words
      .map(foldWord)
      .filter((word) => word !== "")
      .slice(0, MOST_WORDS),
  );
}

/** A word without the signs before and after it. */
const BARE = /[\p{L}\p{N}_](?:.*[\p{L}\p{N}_])?\p{M}*/su;
/** What no joint divides: hyphens, dashes and slashes are joints. */
const UNJOINED = /[^\p{Pd}\u2212/]+/gu;

/**
 * Finds words in a text, in their order there. Words that are joined, as in `oil–price` and `long-term`, are found as a
 * whole or one by one.
 */
export function markedStretches(text: string, words: ReadonlySet<string>): readonly MarkedStretch[] {
  const known = (stretch: MarkedStretch | undefined) => (stretch && words.has(stretch.word) ? [stretch] : []);
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: token, index }) => {
    const whole = known(stretchOf(token, index));
    if (whole.length > 0) return whole;
    return [...token.matchAll(UNJOINED)].flatMap((part) => known(stretchOf(part[0], index + part.index)));
  });
}

function stretchOf(token: string, offset: number): MarkedStretch | undefined {
  const bare = BARE.exec(token);
  if (!bare) return undefined;
  const start = offset + bare.index;
  return { start, end: start + bare[0].length, word: foldWord(bare[0]) };
}
