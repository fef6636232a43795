import { foldLetters, joinFolded } from "./fold-word.ts";

/** A word and its position in a text, in UTF-16 code units, without punctuation around it. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  /** Folded, see `foldWord`. */
  readonly word: string;
}

/** A word, or a compound of words that hyphens, slashes and the like join. */
export interface TextToken extends TextWord {
  /** One word, or the parts of a compound. */
  readonly parts: readonly TextWord[];
}

/** A word as written, and the text between it and the word before. */
interface WrittenWord {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly gap: string;
}

/** Letters and digits. A fraction or a raised figure after a digit begins another word: `2½` is not 21, nor `10³` 103. */
const RUN = /[\p{L}\p{M}\p{N}](?:(?<!\p{Nd})\p{No}|\p{Cf}*[\p{L}\p{M}\p{Nd}\p{Nl}])*/gu;
const INVISIBLE = /\p{Cf}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const STARTS_WITH_DIGIT = /^\p{Nd}/u;
const ENDS_WITH_DIGIT = /\p{Nd}$/u;

const APOSTROPHE = /^\.?['’‘＇]$/u;
/** One letter, after others with points: the second of `U.S.` */
const ENDS_WITH_INITIAL = /(?:^|\.)\p{L}\p{M}*$/u;
const STARTS_WITH_INITIAL = /^\p{L}\p{M}*(?![\p{L}\p{M}\p{N}])/u;
const ENDS_WITH_THOUSANDS = /(?<!\p{Nd})\p{Nd}{1,3}$/u;
const STARTS_WITH_THOUSANDS = /^\p{Nd}{3}(?!\p{Nd})/u;
/** Such as a date: none of its points is decimal. */
const STARTS_WITH_CHAIN = /^\p{Nd}+\.\p{Nd}/u;
/** As far as the rules above look ahead. */
const LOOKAHEAD = 24;

/** What stands between two words that are no compound. */
const BOUNDARY = /[\s—―…,;!?()[\]{}"“”„‟«»‹›<>]|\.\.|--/u;
/** What joins figures only, as in `12:30` and `2026–27`. */
const JOINS_FIGURES = /[:–]/u;
/** A minus sign before a figure, with or without its currency, but not between two words. */
const SIGN = /[\s(["“„«~≈<>=][-−–‐‑﹣－]\p{Sc}?\.?$/u;
/** The point of `.5`. */
const LEADING_POINT = /[^.]\.$/u;

/**
 * Normalizes a word for comparison (case and diacritic folding), without punctuation. A compound becomes one word:
 * `e-mail` is `email`, and `24/7`, whose figures stay apart, is `24-7`.
 */
export function foldWord(word: string): string {
  return joinFolded(tokensOf(word).map((token) => token.word));
}

/** The words of a text as written, such as `Zürich’s`, in order; of compounds their parts. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap(({ parts }) => parts.map(({ start, end }) => text.slice(start, end)));
}

/** Tokenizes a text. White space, dashes and most punctuation separate tokens. */
export function tokensOf(text: string): readonly TextToken[] {
  const compounds: WrittenWord[][] = [];
  let before: WrittenWord | undefined;
  for (const word of writtenWords(text)) {
    const compound = compounds.at(-1);
    if (before && compound && isCompound(before, word)) compound.push(word);
    else compounds.push([word]);
    before = word;
  }
  return compounds.map(tokenOf).filter(({ word }) => word !== "");
}

function tokenOf(words: readonly WrittenWord[]): TextToken {
  const parts = words
    .map(({ start, end, written }) => ({ start, end, word: foldLetters(written) }))
    .filter(({ word }) => word !== "");
  const [first, last] = [parts[0], parts.at(-1)];
  const isNegative = words[0] && STARTS_WITH_DIGIT.test(words[0].written) && SIGN.test(words[0].gap);
  const word = `${isNegative ? "-" : ""}${joinFolded(parts.map((part) => part.word))}`;
  return { start: first?.start ?? 0, end: last?.end ?? 0, word, parts };
}

function writtenWords(text: string): readonly WrittenWord[] {
  const words: WrittenWord[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!LETTER_OR_DIGIT.test(run)) continue;
    const before = words.at(-1);
    // The beginning of a text is like a space.
    const gap = (before ? text.slice(before.end, index) : ` ${text.slice(0, index)}`).replace(INVISIBLE, "");
    const end = index + run.length;
    const glue = before && glueOf(before, gap, text.slice(index, index + LOOKAHEAD));
    if (before && glue !== undefined) {
      words[words.length - 1] = { ...before, end, written: before.written + glue + run };
    } else if (STARTS_WITH_DIGIT.test(run) && LEADING_POINT.test(gap)) {
      words.push({ start: index - 1, end, written: `0.${run}`, gap });
    } else words.push({ start: index, end, written: run, gap });
  }
  return words;
}

/** The punctuation that makes one word of two runs of letters and digits; undefined where they are two words. */
function glueOf(before: WrittenWord, gap: string, after: string): string | undefined {
  if (APOSTROPHE.test(gap)) return "’";
  if (gap === ",") return ENDS_WITH_THOUSANDS.test(before.written) && STARTS_WITH_THOUSANDS.test(after) ? "," : undefined;
  if (gap !== ".") return undefined;
  if (ENDS_WITH_INITIAL.test(before.written) && STARTS_WITH_INITIAL.test(after)) return ".";
  const isDecimal =
    ENDS_WITH_DIGIT.test(before.written) && STARTS_WITH_DIGIT.test(after) && !STARTS_WITH_CHAIN.test(after) && before.gap !== ".";
  return isDecimal ? "." : undefined;
}

function isCompound(before: WrittenWord, { gap, written }: WrittenWord): boolean {
  if (BOUNDARY.test(gap)) return false;
  return !JOINS_FIGURES.test(gap) || (ENDS_WITH_DIGIT.test(before.written) && STARTS_WITH_DIGIT.test(written));
}
