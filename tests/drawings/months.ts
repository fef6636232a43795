/** Months counted from year 0, so that each month is one step wide on an axis. Takes YYYY-MM. */
export function monthNumber(month: string): number {
  const [year, ordinal] = month.split("-").map(Number);
  if (year === undefined || ordinal === undefined) throw new Error(`"${month}" is not a month; write YYYY-MM.`);
  return year * 12 + ordinal - 1;
}
