import { csvParseRows } from "d3-dsv";
import { type Frequency, isPeriod, periodAt, periodStart } from "../period.ts";
import type { RawObservation, Source } from "./source.ts";
import { excerpt, unexpectedFormat } from "./source-error.ts";

/** The name of the first column, and its name until 2024. */
const DATE_COLUMNS = ["observation_date", "DATE"];

/**
 * FRED of the Federal Reserve Bank of St. Louis, which republishes exchange rates (H.10, G.5), interest rates (H.15), consumer
 * prices and more. Its downloads are CSV with a line for each period, dated by its first day.
 */
export const fred: Source = {
  base: "https://fred.stlouisfed.org",
  address: ({ base, code }) => `${base}/graph/fredgraph.csv?${new URLSearchParams({ id: code })}`,
  parse: (text, { code, frequency }) => {
    const [header = [], ...rows] = csvParseRows(text);
    if (header.length !== 2 || !DATE_COLUMNS.includes(header[0] ?? "") || header[1] !== code) {
      throw unexpectedFormat(`is not the CSV of ${code}, but starts with \`${excerpt(text)}\``);
    }
    const observations = rows.map((row, index) => parseRow(row, index + 2, frequency));
    return { observations, total: observations.length };
  },
};

function parseRow(row: readonly string[], line: number, frequency: Frequency): RawObservation {
  const [day = "", value = ""] = row;
  if (row.length !== 2) throw unexpectedFormat(`has ${row.length} cells in line ${line}, not 2`);
  const date = periodStartingOn(day, frequency);
  if (date === undefined)
    throw unexpectedFormat(`has the date \`${day}\` in line ${line}, which is not the start of a ${frequency} period`);
  return { date, value: value === "" || value === "." ? undefined : value };
}

function periodStartingOn(day: string, frequency: Frequency): string | undefined {
  if (!isPeriod(day, "daily")) return undefined;
  const startMs = periodStart(day, "daily");
  const period = periodAt(startMs, frequency);
  return periodStart(period, frequency) === startMs ? period : undefined;
}
