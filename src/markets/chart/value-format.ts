import { formatFigure, formatSigned } from "../format-figure.ts";
import { type Frequency, periodName } from "../period.ts";

/** How the values of a chart are formatted. */
export interface ValueFormat {
  readonly decimals: number;
  /** Whether positive values have a plus sign. */
  readonly isSigned: boolean;
  /** Follows the digits directly: `%`, ` bp` or nothing. */
  readonly suffix: string;
  /** Follows a value that is read out alone; omitted where there are several. */
  readonly unit: string;
  /** Replaces a missing value. */
  readonly gap: "not published" | "not known";
}

/** `85.40`, `+3.1%`, `−3 bp` */
export function formatValue(
  value: number,
  { decimals, isSigned, suffix }: Omit<ValueFormat, "unit" | "gap">,
  language: string,
): string {
  return (isSigned ? formatSigned : formatFigure)(value, decimals, language, suffix);
}

/** One period of a chart and the value of every line in it. */
export interface Readout {
  readonly period: string;
  readonly frequency: Frequency;
  /** The names of the lines; the only line of a chart is not named. */
  readonly names: readonly string[];
  /** In the order of the names; undefined for a gap. */
  readonly values: readonly (number | undefined)[];
}

/** `June 2026: 85.40 US dollars a barrel`, `June 2026: Euro 88.6, Swiss franc not published` */
export function formatReadout({ period, frequency, names, values }: Readout, format: ValueFormat, language: string): string {
  const texts = values.map((value) => (value === undefined ? format.gap : formatValue(value, format, language)));
  const isSingle = names.length === 1;
  const list = texts.map((text, index) => (isSingle ? text : `${names[index]} ${text}`)).join(", ");
  const unit = isSingle && values[0] !== undefined ? format.unit : "";
  return `${periodName(period, frequency, language)}: ${list}${unit}`;
}
