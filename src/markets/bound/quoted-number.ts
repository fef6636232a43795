import { roundTo } from "../figures.ts";
import { formatFigure } from "../format-figure.ts";
import { MAX_DECIMALS } from "../series.ts";
import type { BoundDiagnostic, BoundMeasure } from "./binding.ts";

/** The number in a text such as `−3 basis points` or `$117.29`. */
export interface QuotedNumber {
  /** The absolute value. */
  readonly size: number;
  readonly decimals: number;
  /** Undefined if the text has no sign. */
  readonly sign: 1 | -1 | undefined;
  /** Start and end offsets of the digits and of the sign in the text. */
  readonly digits: readonly [number, number];
  readonly signed: readonly [number, number];
}

const NUMBERS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;
/** A sign directly before the digits, or before a currency symbol. */
const SIGN = /(?:^|[\s(])([+−–-]|minus\s+)(?:\p{Lu}*\p{Sc})?$/iu;

/** Parses the only number of a text, in English notation: `1,529.46`. */
export function parseQuotedNumber(text: string): QuotedNumber | BoundDiagnostic {
  const [found, ...others] = text.matchAll(NUMBERS);
  if (!found) return { message: "has no number", fix: "write the figure in digits between the brackets" };
  if (others.length > 0) {
    return {
      message: `has ${others.length + 1} numbers`,
      fix: "put the brackets around one figure alone, such as 1,529.46",
    };
  }
  const [digits] = found;
  const decimals = digits.split(".")[1]?.length ?? 0;
  if (decimals > MAX_DECIMALS) return { message: `has ${decimals} decimals`, fix: `write ${MAX_DECIMALS} at most` };
  const before = SIGN.exec(text.slice(0, found.index));
  const sign = before?.[1];
  const signStart = before && sign !== undefined ? before.index + before[0].indexOf(sign) : found.index;
  return {
    size: Number(digits.replaceAll(",", "")),
    decimals,
    sign: sign === undefined ? undefined : sign === "+" ? 1 : -1,
    digits: [found.index, found.index + digits.length],
    signed: [signStart, signStart + (sign?.length ?? 0)],
  };
}

/**
 * Whether a value equals a quoted number when rounded to its decimals. Prose says "fell by 20.3 per cent", so a change
 * quoted without a sign is compared by its absolute value; any other number without a sign is positive.
 */
export function quotesValue({ size, decimals, sign }: QuotedNumber, value: number, measure: BoundMeasure): boolean {
  const rounded = roundTo(value, decimals);
  if (sign === undefined) return (isChange(measure) ? Math.abs(rounded) : rounded) === size;
  return rounded === sign * size || (rounded === 0 && size === 0);
}

/** Replaces the number in a text by another value with the same decimals, and with a sign where it had or needs one. */
export function replaceNumber(text: string, number: QuotedNumber, value: number, needsSign: boolean): string {
  const { decimals, sign, digits, signed } = number;
  const rounded = roundTo(value, decimals);
  const hasSign = sign !== undefined || needsSign;
  const newSign = hasSign && rounded !== 0 ? (rounded < 0 ? "−" : "+") : "";
  const signText = sign === Math.sign(rounded) ? text.slice(...signed) : newSign;
  const size = formatFigure(Math.abs(rounded), decimals, "en");
  return text.slice(0, signed[0]) + signText + text.slice(signed[1], digits[0]) + size + text.slice(digits[1]);
}

/** Whether a measure is a change, which prose quotes without a sign. */
export function isChange(measure: BoundMeasure): boolean {
  return measure === "change" || measure === "difference" || measure === "yoy";
}
