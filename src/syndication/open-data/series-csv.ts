import type { Observation, Series, Vintage } from "../../markets/series.ts";

const LINE_END = "\r\n";

/** Whether any figure of the series has been revised, so that its file has a `vintage` column. */
export function hasVintages({ observations }: Pick<Series, "observations">): boolean {
  return observations.some(({ vintages }) => vintages !== undefined);
}

/**
 * A series as CSV (RFC 4180), with the columns of `_data/markets`: `parseObservations` reads it back. Cells are dates and
 * numbers only, so nothing needs quoting and no spreadsheet can take a cell for a formula.
 */
export function seriesCsv(series: Pick<Series, "observations">): string {
  const { observations } = series;
  const lines = hasVintages(series)
    ? ["date,value,vintage", ...observations.flatMap(vintageLines)]
    : ["date,value", ...observations.map(({ date, value }) => `${date},${cell(value)}`)];
  return lines.join(LINE_END) + LINE_END;
}

function vintageLines({ date, value, vintages = [{ value, since: undefined }] }: Observation): readonly string[] {
  return vintages.map((vintage: Vintage) => `${date},${cell(vintage.value)},${vintage.since ?? ""}`);
}

function cell(value: number | undefined): string {
  return value === undefined ? "" : plainNumber(value);
}

/** The significant decimal digits that every double preserves (IEEE 754). Rounding errors of calculations come after them. */
const EXACT_DIGITS = 15;
/** Up to this length, a number has no more digits than that: one character is the decimal point. */
const MAX_SHORT_LENGTH = EXACT_DIGITS + 1;
const format = new Intl.NumberFormat("en", { useGrouping: false, maximumSignificantDigits: EXACT_DIGITS });

/** A number in plain decimal notation, never with an exponent, rounded to 15 significant digits. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.length <= MAX_SHORT_LENGTH && !text.includes("e") ? text : format.format(value);
}
