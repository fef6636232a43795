import type { Observation, Series, Vintage } from "../../markets/series.ts";
import { plainNumber } from "./plain-number.ts";

const LINE_END = "\r\n";

/** Whether any figure of the series has been published more than once, so that its file has a column for that. */
export function hasVintages({ observations }: Pick<Series, "observations">): boolean {
  return observations.some(({ vintages }) => vintages !== undefined);
}

/**
 * The figures of a series as RFC 4180 has CSV, in the columns of `_data/markets`: `parseObservations` reads the same
 * figures back. No cell holds anything that needs quotes, nor any text of an editor that a spreadsheet could take for a
 * formula: dates and numbers are all there is.
 */
export function seriesCsv(series: Pick<Series, "observations">): string {
  const { observations } = series;
  const lines = hasVintages(series)
    ? ["date,value,vintage", ...observations.flatMap(linesOfVintages)]
    : ["date,value", ...observations.map(({ date, value }) => `${date},${cell(value)}`)];
  return lines.join(LINE_END) + LINE_END;
}

function linesOfVintages({ date, value, vintages = [{ value, since: undefined }] }: Observation): readonly string[] {
  return vintages.map((vintage: Vintage) => `${date},${cell(vintage.value)},${vintage.since ?? ""}`);
}

function cell(value: number | undefined): string {
  return value === undefined ? "" : plainNumber(value);
}
