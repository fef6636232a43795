import { isolateNumber } from "../lib/text-direction.ts";
import { type Change, roundTo } from "./figures.ts";

const MINUS = "−";
const PERCENT_DECIMALS = 1;

/** A number with a fixed count of decimals: `1,529.46`, `−0.50`. */
export function formatFigure(value: number, decimals: number, language: string, suffix = ""): string {
  return isolateNumber(digits(value, decimals, language) + suffix, language);
}

function digits(value: number, decimals: number, language: string): string {
  return numberFormat(decimals, language).format(roundTo(value, decimals)).replace("-", MINUS);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Memoized: constructing a format costs as much as using it a hundred times. */
function numberFormat(decimals: number, language: string): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  return format;
}

/** A number with its sign; zero has none: `+1.08`, `−0.50`, `0.00`. */
export function formatSigned(value: number, decimals: number, language: string, suffix = ""): string {
  const sign = roundTo(value, decimals) > 0 ? "+" : "";
  return isolateNumber(sign + digits(value, decimals, language) + suffix, language);
}

/** A change relative to its base: `+0.2%`, `−3 bp`; a dash where the base is zero. */
export function formatRelative({ relative, measure }: Change, language: string): string {
  if (relative === undefined) return "–";
  if (measure === "rate") return formatSigned(relative, 0, language, " bp");
  return formatSigned(relative, PERCENT_DECIMALS, language, "%");
}

/** The direction of a change as displayed: one that rounds to zero is level. */
export function directionOf({ relative, difference, measure }: Change): "up" | "down" | "level" {
  const rounded = roundTo(relative ?? difference, measure === "rate" ? 0 : PERCENT_DECIMALS);
  return rounded === 0 ? "level" : rounded > 0 ? "up" : "down";
}
