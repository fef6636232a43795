/** Of rows in order of date, the last one of each year. */
export function lastOfYears<Row>(rows: readonly Row[], dateOf: (row: Row) => string): readonly Row[] {
  const yearOf = (row: Row): string => dateOf(row).slice(0, 4);
  return rows.filter((row, at) => {
    const next = rows[at + 1];
    return next === undefined || yearOf(row) !== yearOf(next);
  });
}
