import { foldWord, plainWord, wordsOf } from "./words.ts";

/** A word that stories are ranked by. */
export interface Term {
  /** In lower case and with its diacritics: a story that writes it so comes first. */
  readonly word: string;
  /** Whether words that begin so count too: the last word of a query may still be being typed. */
  readonly isBeginning: boolean;
}

/** A query taken apart. A story holds all of it where it has every term and every phrase, and nothing of `without`. */
export interface Query {
  /** Each once, those within phrases too. */
  readonly terms: readonly Term[];
  /** Words that stand together in this order, two or more. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, or phrases, that keep a story out. */
  readonly without: readonly (readonly string[])[];
  /** Whether something is asked for, though it may hold no word: `???` finds nothing, an empty query everything. */
  readonly isBlank: boolean;
}

/** As many as the longest headline has, and some more. Further words of a query count for nothing. */
const MOST_WORDS = 40;

const QUOTES = `"“”„‟«»`;
const PART = new RegExp(
  `(?<minus>(?<=^|\\s)[-\u2212\u2013])?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?<end>[${QUOTES}])?|(?<word>[^\\s${QUOTES}]+))`,
  "gu",
);

/** Reads a query: words, `"exact phrases"`, `-words` and `-"phrases"` that must not be there. No text is an error. */
export function parseQuery(text: string): Query {
  const written = text.normalize("NFC").trim();
  const terms = new Map<string, Term>();
  const phrases: (readonly string[])[] = [];
  const without: (readonly string[])[] = [];
  let left = MOST_WORDS;

  for (const { 0: part, index, groups = {} } of written.matchAll(PART)) {
    const words = wordsOf(groups.phrase ?? groups.word ?? "")
      .map(plainWord)
      .slice(0, left);
    left -= words.length;
    if (words.length === 0) continue;
    if (groups.minus !== undefined) {
      without.push(words);
      continue;
    }
    const isTyped = index + part.length === written.length && groups.end === undefined;
    const phrase = isTyped ? words.slice(0, -1) : words;
    if (groups.phrase !== undefined && phrase.length > 1) phrases.push(phrase);
    for (const [at, word] of words.entries()) {
      const isBeginning = isTyped && at === words.length - 1;
      const known = terms.get(foldWord(word));
      terms.set(foldWord(word), { word, isBeginning: isBeginning && (known?.isBeginning ?? true) });
    }
  }
  return { terms: [...terms.values()], phrases, without, isBlank: written === "" };
}
