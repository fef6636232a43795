import { csvParseRows } from "d3-dsv";
import { type Frequency, isPeriod, periodAt, periodStart } from "../period.ts";
import type { Reading, Source } from "./source.ts";
import { beginningOf, wrongFormat } from "./source-failure.ts";

/** What the first column is called, and what it was called until 2024. */
const DATE_COLUMNS = ["observation_date", "DATE"];

/**
 * FRED, where the Federal Reserve Bank of St. Louis has the figures of others: of exchange rates (H.10, G.5), of interest
 * rates (H.15), of consumer prices and more. Its downloads are CSV with a line for each period, dated by its first day.
 */
export const fred: Source = {
  base: "https://fred.stlouisfed.org",
  address: ({ base, code }) => `${base}/graph/fredgraph.csv?${new URLSearchParams({ id: code })}`,
  parse: (text, { code, frequency }) => {
    const [header = [], ...rows] = csvParseRows(text);
    if (header.length !== 2 || !DATE_COLUMNS.includes(header[0] ?? "") || header[1] !== code) {
      throw wrongFormat(`is not the CSV of ${code}, but begins with \`${beginningOf(text)}\``);
    }
    const readings = rows.map((row, index) => reading(row, index + 2, frequency));
    return { readings, total: readings.length };
  },
};

function reading(row: readonly string[], line: number, frequency: Frequency): Reading {
  const [day = "", value = ""] = row;
  if (row.length !== 2) throw wrongFormat(`has ${row.length} cells in line ${line}, not 2`);
  const date = periodThatBegins(day, frequency);
  if (date === undefined) throw wrongFormat(`has the date \`${day}\` in line ${line}, where no ${frequency} period begins`);
  return { date, value: value === "" || value === "." ? undefined : value };
}

function periodThatBegins(day: string, frequency: Frequency): string | undefined {
  if (!isPeriod(day, "daily")) return undefined;
  const startMs = periodStart(day, "daily");
  const period = periodAt(startMs, frequency);
  return periodStart(period, frequency) === startMs ? period : undefined;
}
