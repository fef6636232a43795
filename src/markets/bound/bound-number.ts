import { roundTo } from "../figures.ts";
import { MOST_DECIMALS } from "../series.ts";
import { formatFigure } from "../words.ts";
import type { BoundMeasure, BoundProblem } from "./bound-grammar.ts";

/** The number within a text such as `−3 basis points` or `$117.29`. */
export interface WrittenNumber {
  /** Without its sign. */
  readonly size: number;
  readonly decimals: number;
  /** Undefined where none is written. */
  readonly sign: 1 | -1 | undefined;
  /** What of the text is number, and what of it is sign: where each begins and ends. */
  readonly digits: readonly [number, number];
  readonly signed: readonly [number, number];
}

const NUMBERS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;
/** A sign at the end of what stands before the digits, perhaps with a currency between. */
const SIGN = /(?:^|[\s(])([+−–-]|minus\s+)(?:\p{Lu}*\p{Sc})?$/iu;

/** Finds the one number that a text holds, written as English has it: `1,529.46`. */
export function writtenNumber(text: string): WrittenNumber | BoundProblem {
  const [found, ...others] = text.matchAll(NUMBERS);
  if (!found) return { problem: "holds no number", remedy: "write the figure in digits between the brackets" };
  if (others.length > 0) {
    return {
      problem: `holds ${others.length + 1} numbers`,
      remedy: "put the brackets around one figure alone, such as 1,529.46",
    };
  }
  const [digits] = found;
  const decimals = digits.split(".")[1]?.length ?? 0;
  if (decimals > MOST_DECIMALS) return { problem: `has ${decimals} decimals`, remedy: `write ${MOST_DECIMALS} at most` };
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
 * Whether a value, rounded to the decimals written, is what is written. Prose says "fell by 20.3 per cent": a change
 * without a sign is compared by its size. All else without one is above nothing.
 */
export function isWritten({ size, decimals, sign }: WrittenNumber, value: number, measure: BoundMeasure): boolean {
  const rounded = roundTo(value, decimals);
  if (sign === undefined) return (isChange(measure) ? Math.abs(rounded) : rounded) === size;
  return rounded === sign * size || (rounded === 0 && size === 0);
}

/** The text with another value in place of its number, as precise and with a sign where it has or needs one. */
export function rewritten(text: string, number: WrittenNumber, value: number, needsSign: boolean): string {
  const { decimals, sign, digits, signed } = number;
  const rounded = roundTo(value, decimals);
  const hasSign = sign !== undefined || needsSign;
  const right = hasSign && rounded !== 0 ? (rounded < 0 ? "−" : "+") : "";
  const kept = sign === Math.sign(rounded) ? text.slice(...signed) : right;
  const size = formatFigure(Math.abs(rounded), decimals, "en");
  return text.slice(0, signed[0]) + kept + text.slice(signed[1], digits[0]) + size + text.slice(digits[1]);
}

/** Whether a measure says how far a figure has moved, which prose tells without a sign. */
export function isChange(measure: BoundMeasure): boolean {
  return measure === "change" || measure === "difference" || measure === "yoy";
}
