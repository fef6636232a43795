import { type Change, roundTo } from "./figures.ts";

const MINUS = "−";
const PERCENT_DECIMALS = 1;

/** A figure as readers see it: `1,529.46`, `−0.50`. */
export function formatFigure(value: number, decimals: number, language: string): string {
  return formatOf(decimals, language).format(roundTo(value, decimals)).replace("-", MINUS);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs as much as using it a hundred times. */
function formatOf(decimals: number, language: string): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  return format;
}

/** The same with its sign, which nothing has none of: `+1.08`, `−0.50`, `0.00`. */
export function formatSigned(value: number, decimals: number, language: string): string {
  return `${roundTo(value, decimals) > 0 ? "+" : ""}${formatFigure(value, decimals, language)}`;
}

/** `+0.2%`, `−3 bp`; a dash where there is no earlier figure to hold it against. */
export function formatRelative({ relative, measure }: Change, language: string): string {
  if (relative === undefined) return "–";
  if (measure === "rate") return `${formatSigned(relative, 0, language)} bp`;
  return `${formatSigned(relative, PERCENT_DECIMALS, language)}%`;
}

/** Which way a change goes, as it is shown: what rounds to nothing goes nowhere. */
export function directionOf({ relative, difference, measure }: Change): "up" | "down" | "level" {
  const shown = roundTo(relative ?? difference, measure === "rate" ? 0 : PERCENT_DECIMALS);
  return shown === 0 ? "level" : shown > 0 ? "up" : "down";
}
