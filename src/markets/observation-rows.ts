import { isFigure } from "./figures.ts";
import { lastOfYears } from "./last-of-years.ts";
import type { Figure, Observation } from "./series.ts";

/** A page with more rows would be slow to load; the file with all figures is a link away. */
const MOST_ROWS = 240;
const NEWEST_ROWS = 120;

/** A row of the table of a series. */
export interface ObservationRow {
  readonly observation: Observation;
  /** The last figure before it; undefined for the first, and for a gap. */
  readonly before: Figure | undefined;
}

/**
 * The observations as a table shows them, newest first. Of more than 240 it has the newest 120, and of the years before
 * the last one each.
 */
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
  if (rows.length <= MOST_ROWS) return { rows: rows.reverse(), isWhole: true };
  const yearEnds = lastOfYears(rows.slice(0, -NEWEST_ROWS), ({ observation }) => observation.date);
  return { rows: [...yearEnds, ...rows.slice(-NEWEST_ROWS)].reverse(), isWhole: false };
}

/** What the row of a period is called on the page of its series. */
export function rowId(date: string): string {
  return `at-${date}`;
}

/** Whether the table of a series has a row for a period. */
export function hasRow(observations: readonly Observation[], date: string): boolean {
  return observationRows(observations).rows.some(({ observation }) => observation.date === date);
}
