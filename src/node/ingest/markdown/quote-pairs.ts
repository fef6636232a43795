import type { QuotationMarks } from "./quotation-marks.ts";

const APOSTROPHE = "’";
const PRIME = "′";
const DOUBLE_PRIME = "″";

/** What a straight mark stands for in a text. */
interface Mark {
  readonly position: number;
  readonly sign: '"' | "'";
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly isAfterDigit: boolean;
}

/**
 * Feet and inches (`5'10"`), minutes and seconds of arc (`51°30'26"`), and measures (`24"x36"`).
 */
const PRIMES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)'(?=\s?\d{1,2}(?:[.,]\d+)?\s?[¼½¾]?")/gu, PRIME],
  [/(?<=\d'\s?\d{1,2}(?:[.,]\d+)?\s?[¼½¾]?)"/gu, DOUBLE_PRIME],
  [/(?<=°\s?\d{1,2}(?:[.,]\d+)?)'/gu, PRIME],
  [/(?<=\d)'(?=\d{1,2}(?!\d))/gu, PRIME],
  [/(?<=\d)"(?=\s?[x×]\s?\d)|(?<=\d"\s?[x×]\s?\d+(?:[.,]\d+)?)"/gu, DOUBLE_PRIME],
];

/** Letters left out at the start of a word: `'90s`, `'tis`, `rock 'n' roll`, Dutch `'s avonds`. */
const ELISIONS = /(?<![\p{L}\p{N}])'(?=\d\ds\b|(?:em|tis|twas|twere|twill|til)\b|[knst]\s)|(?<=(?:^|\s)['’]n)'(?=\s)/giu;

/**
 * The typographic characters for the straight quotation marks in a text, by their position.
 *
 * @param isStraight whether the character at a position is a mark that may be replaced
 */
export function typographicMarks(
  text: string,
  marks: QuotationMarks,
  isStraight: (position: number) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [pattern, replacement] of [...PRIMES, [ELISIONS, APOSTROPHE] as const]) {
    for (const { index } of text.matchAll(pattern)) if (isStraight(index) && !found.has(index)) found.set(index, replacement);
  }
  const open: Mark[] = [];
  for (const { index } of text.matchAll(/["']/g)) {
    if (!isStraight(index) || found.has(index)) continue;
    const mark = markAt(text, index);
    if (mark === undefined) found.set(index, APOSTROPHE);
    else if (!pair(mark, open, found, marks)) open.push(mark);
  }
  for (const mark of open) found.set(mark.position, unpaired(mark, marks));
  return found;
}

/** Closes the innermost quotation of the same marks. Single marks do not reach out of double ones. */
function pair(mark: Mark, open: Mark[], found: Map<number, string>, marks: QuotationMarks): boolean {
  if (!mark.canClose) return false;
  const partner = open.findLastIndex(
    ({ sign, canOpen }) => (sign === mark.sign && canOpen) || (mark.sign === "'" && sign === '"'),
  );
  const opening = open[partner];
  if (opening?.sign !== mark.sign) return false;
  const [start, end] = mark.sign === '"' ? marks.double : marks.single;
  found.set(opening.position, start);
  found.set(mark.position, end);
  for (const inner of open.splice(partner).slice(1)) found.set(inner.position, unpaired(inner, marks));
  return true;
}

/** A quotation that goes on in the next paragraph, or comes from the one before; an apostrophe; or a unit behind a number. */
function unpaired({ sign, canOpen, canClose, isAfterDigit }: Mark, { double }: QuotationMarks): string {
  if (isAfterDigit && !canOpen) return sign === '"' ? DOUBLE_PRIME : PRIME;
  if (sign === "'") return APOSTROPHE;
  if (canOpen) return double[0];
  return canClose ? double[1] : sign;
}

/** Letters of scripts that put no spaces around a quotation. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Undefined for an apostrophe within a word. Otherwise as CommonMark decides which `*` open and close emphasis. */
function markAt(text: string, position: number): Mark | undefined {
  const sign = text[position] === '"' ? '"' : "'";
  const before = /.$/su.exec(text.slice(Math.max(0, position - 2), position))?.[0] ?? " ";
  const after = /^./su.exec(text.slice(position + 1, position + 3))?.[0] ?? " ";
  const isAfterDigit = /\d/.test(before);
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)];
  const [punctuationBefore, punctuationAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
  const canOpen = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  const canClose = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  const isWithinWord = canOpen && canClose && !punctuationBefore && !punctuationAfter;
  if (isWithinWord && sign === "'" && !UNSPACED.test(before + after)) return undefined;
  return { position, sign, canOpen, canClose, isAfterDigit };
}
