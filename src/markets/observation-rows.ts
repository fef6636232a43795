import { isFigure } from "./figures.ts";
import type { Figure, Observation } from "./series.ts";

/** A page with more rows would load slowly; the CSV with all figures is a link away. */
const MAX_ROWS = 240;
const NEWEST_ROWS = 120;

/** A row in the table of a series. */
export interface ObservationRow {
  readonly observation: Observation;
  /** The previous figure; undefined for the first one and for a gap. */
  readonly before: Figure | undefined;
}

/** The table rows of a series, newest first. Above 240 rows: the newest 120, and the last one of each year before. */
export function observationRows(observations: readonly Observation[]): {
  readonly rows: readonly ObservationRow[];
  readonly isWhole: boolean;
} {
  let before: Figure | undefined;
  const rows = observations.map((observation): ObservationRow => {
    const row = { observation, before: isFigure(observation) ? before : undefined };
    if (isFigure(observation)) before = observation;
    return row;
  });
  if (rows.length <= MAX_ROWS) return { rows: rows.reverse(), isWhole: true };
  const yearEnds = lastOfEachYear(rows.slice(0, -NEWEST_ROWS), ({ observation }) => observation.date);
  return { rows: [...yearEnds, ...rows.slice(-NEWEST_ROWS)].reverse(), isWhole: false };
}

/** The last row of each year; rows must be in order of date. */
export function lastOfEachYear<Row>(rows: readonly Row[], dateOf: (row: Row) => string): readonly Row[] {
  const yearOf = (row: Row): string => dateOf(row).slice(0, 4);
  return rows.filter((row, index) => {
    const next = rows[index + 1];
    return next === undefined || yearOf(row) !== yearOf(next);
  });
}

/** The id of a period's row on the page of its series. */
export function rowId(date: string): string {
  return `at-${date}`;
}

/** Whether the table of a series has a row for a period. */
export function hasRow(observations: readonly Observation[], date: string): boolean {
  return observationRows(observations).rows.some(({ observation }) => observation.date === date);
}
