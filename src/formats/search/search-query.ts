import { foldWord, plainWord, wordsOf } from "./words.ts";

/** A search term: stories are matched and ranked by it. */
export interface Term {
  /** In lower case, with its diacritics. */
  readonly word: string;
  /** Whether longer words with this prefix match too: the last word of a query may still be being typed. */
  readonly isPrefix: boolean;
}

/** A parsed query. A story matches it with every term, every phrase and nothing of `excluded`. */
export interface Query {
  /** Without duplicates; includes the words of phrases. */
  readonly terms: readonly Term[];
  /** Sequences of two or more adjacent words. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, or phrases, that a story must not contain. */
  readonly excluded: readonly (readonly string[])[];
  /** Whether the text is empty, and so matches every story. `???` is not: it has no terms and matches none. */
  readonly isBlank: boolean;
}

/** More than the longest headline has. Further words of a query are ignored. */
const MAX_WORDS = 40;

const QUOTES = `"“”„‟«»`;
const PART = new RegExp(
  `(?<minus>(?<=^|\\s)[-\u2212\u2013])?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?<end>[${QUOTES}])?|(?<word>[^\\s${QUOTES}]+))`,
  "gu",
);

/** Parses words, `"exact phrases"`, `-excluded` words and `-"excluded phrases"`. No text is an error. */
export function parseQuery(text: string): Query {
  const trimmed = text.normalize("NFC").trim();
  const terms = new Map<string, Term>();
  const phrases: (readonly string[])[] = [];
  const excluded: (readonly string[])[] = [];
  let remaining = MAX_WORDS;

  for (const { 0: part, index, groups = {} } of trimmed.matchAll(PART)) {
    const words = wordsOf(groups.phrase ?? groups.word ?? "")
      .map(plainWord)
      .slice(0, remaining);
    remaining -= words.length;
    if (words.length === 0) continue;
    if (groups.minus !== undefined) {
      excluded.push(words);
      continue;
    }
    const isUnfinished = index + part.length === trimmed.length && groups.end === undefined;
    const phrase = isUnfinished ? words.slice(0, -1) : words;
    if (groups.phrase !== undefined && phrase.length > 1) phrases.push(phrase);
    for (const [at, word] of words.entries()) {
      const isPrefix = isUnfinished && at === words.length - 1;
      const known = terms.get(foldWord(word));
      terms.set(foldWord(word), { word, isPrefix: isPrefix && (known?.isPrefix ?? true) });
    }
  }
  return { terms: [...terms.values()], phrases, excluded, isBlank: trimmed === "" };
}
