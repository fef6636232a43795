import { type Frequency, periodName } from "../period.ts";
import { formatFigure, formatSigned } from "../words.ts";

/** How the figures of a chart are written. */
export interface FigureWords {
  readonly decimals: number;
  /** Whether a rise has a plus. */
  readonly isSigned: boolean;
  /** What directly follows the digits: `%`, ` bp` or nothing. */
  readonly suffix: string;
  /** What stands behind one figure alone; nothing where several are told together. */
  readonly unit: string;
  /** What is said where there is no figure. */
  readonly gap: "not published" | "not known";
}

/** `85.40`, `+3.1%`, `−3 bp` */
export function figureWords(
  value: number,
  { decimals, isSigned, suffix }: Omit<FigureWords, "unit" | "gap">,
  language: string,
): string {
  return (isSigned ? formatSigned : formatFigure)(value, decimals, language) + suffix;
}

/** What of a chart is read out at once: a period, and the figure of every line in it. */
export interface Reading {
  readonly period: string;
  readonly frequency: Frequency;
  /** The names of the lines; one alone is not named. */
  readonly names: readonly string[];
  /** In the order of the names; undefined where nothing was published. */
  readonly values: readonly (number | undefined)[];
}

/** `June 2026: 85.40 US dollars a barrel`, `June 2026: Euro 88.6, Swiss franc not published` */
export function readingWords({ period, frequency, names, values }: Reading, words: FigureWords, language: string): string {
  const written = values.map((value) => (value === undefined ? words.gap : figureWords(value, words, language)));
  const isAlone = names.length === 1;
  const told = written.map((figure, at) => (isAlone ? figure : `${names[at]} ${figure}`)).join(", ");
  const unit = isAlone && values[0] !== undefined ? words.unit : "";
  return `${periodName(period, frequency, language)}: ${told}${unit}`;
}
