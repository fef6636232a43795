import { type TextToken, tokensOf } from "./words.ts";

/** A search term: stories are matched and ranked by it. */
export interface Term {
  /** Folded. */
  readonly word: string;
  /** Whether longer words with this prefix match too: the last word of a query may still be being typed. */
  readonly isPrefix: boolean;
  /** Whether it is only a part of compounds, so that a story may match without it. */
  readonly isPart?: boolean;
}

/** A compound of a query, such as `e-mail`. A story matches it with its parts side by side, or with all as one word. */
interface Compound {
  readonly parts: readonly string[];
  /** Such as `email`; of a figure with a minus sign, the whole figure. */
  readonly word: string;
  /** Whether the last part may be a prefix. */
  readonly isPrefix: boolean;
}

/** A parsed query. A story matches it with every term that is no part, every compound and phrase, and nothing of `excluded`. */
export interface Query {
  /** Without duplicates; includes the words of phrases and the parts of compounds. */
  readonly terms: readonly Term[];
  readonly compounds: readonly Compound[];
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
/** A minus sign before a figure excludes nothing. */
const PART = new RegExp(
  `(?<minus>(?<=^|\\s)[-−–](?!\\p{Sc}?\\.?\\p{Nd}))?(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?<end>[${QUOTES}])?|(?<word>[^\\s${QUOTES}]+))`,
  "gu",
);

/** Parses words, `"exact phrases"`, `-excluded` words and `-"excluded phrases"`. No text is an error. */
export function parseQuery(text: string): Query {
  const trimmed = text.normalize("NFC").trim();
  const terms = new Map<string, Term>();
  const compounds: Compound[] = [];
  const phrases: (readonly string[])[] = [];
  const excluded: (readonly string[])[] = [];
  let remaining = MAX_WORDS;

  for (const { 0: part, index, groups = {} } of trimmed.matchAll(PART)) {
    const tokens = firstTokens(tokensOf(groups.phrase ?? groups.word ?? ""), remaining);
    const words = tokens.flatMap(partsOf);
    remaining -= words.length;
    if (words.length === 0) continue;
    if (groups.minus !== undefined) {
      excluded.push(words, ...spellings(tokens));
      continue;
    }
    const isUnfinished = index + part.length === trimmed.length && groups.end === undefined;
    const isPhrase = groups.phrase !== undefined;
    const phrase = isUnfinished ? words.slice(0, -1) : words;
    if (isPhrase && phrase.length > 1) phrases.push(phrase);
    for (const [at, token] of tokens.entries()) {
      const isLast = isUnfinished && at === tokens.length - 1;
      const isPart = !isPhrase && isCompound(token);
      if (isPart) compounds.push({ parts: partsOf(token), word: token.word, isPrefix: isLast });
      addTerms(terms, partsOf(token), isLast, isPart);
    }
  }
  return { terms: [...terms.values()], compounds, phrases, excluded, isBlank: trimmed === "" };
}

/** A word that is searched for in several ways has to match in the strictest of them. */
function addTerms(terms: Map<string, Term>, words: readonly string[], isLast: boolean, isPart: boolean): void {
  for (const [at, word] of words.entries()) {
    const isPrefix = isLast && at === words.length - 1;
    const known = terms.get(word);
    terms.set(word, { word, isPrefix: isPrefix && (known?.isPrefix ?? true), isPart: isPart && (known?.isPart ?? true) });
  }
}

function partsOf({ parts }: TextToken): readonly string[] {
  return parts.map(({ word }) => word);
}

function isCompound({ word, parts: [first] }: TextToken): boolean {
  return word !== first?.word;
}

/** The other spelling of a compound that is to be excluded. */
function spellings([token, ...others]: readonly TextToken[]): readonly (readonly string[])[] {
  return token && others.length === 0 && isCompound(token) ? [[token.word]] : [];
}

/** The tokens of so many words. The parts of a compound beyond are cut off. */
function firstTokens(tokens: readonly TextToken[], words: number): readonly TextToken[] {
  let remaining = words;
  return tokens.flatMap((token) => {
    const parts = token.parts.slice(0, remaining);
    remaining -= parts.length;
    return parts.length === 0 ? [] : [parts.length < token.parts.length ? { ...token, parts } : token];
  });
}
