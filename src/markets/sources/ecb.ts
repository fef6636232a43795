import { csvParse, type DSVRowString } from "d3-dsv";
import type { RawObservation, Source } from "./source.ts";
import { excerpt, unexpectedFormat } from "./source-error.ts";

const COLUMNS = ["KEY", "TIME_PERIOD", "OBS_VALUE"] as const;

/**
 * Reference rates of the European Central Bank (https://data.ecb.europa.eu/help/api/data). A code is a series key of the
 * dataflow EXR, such as `EXR.M.USD.EUR.SP00.A`; the letter after `EXR.` is the frequency.
 */
export const ecb: Source = {
  base: "https://data-api.ecb.europa.eu",
  address: ({ base, code }) => `${base}/service/data/${code.replace(".", "/")}?format=csvdata`,
  parse: (text, { code }) => {
    const rows = csvParse(text);
    const missing = COLUMNS.filter((column) => !rows.columns.includes(column));
    if (missing.length > 0) {
      throw unexpectedFormat(`is CSV without the column ${missing.join(", ")}, and starts with \`${excerpt(text)}\``);
    }
    const observations = rows.map((row, index) => parseRow(row, index + 2, code));
    return { observations, total: observations.length };
  },
};

/** SDMX writes a missing figure as `NaN`. */
function parseRow(row: DSVRowString, line: number, code: string): RawObservation {
  const { KEY = "", TIME_PERIOD: date = "", OBS_VALUE: value = "" } = row;
  if (KEY !== code) throw unexpectedFormat(`has the series \`${KEY}\` in line ${line}, not ${code}`);
  return { date, value: value === "" || value === "NaN" ? undefined : value };
}
