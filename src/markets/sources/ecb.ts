import { csvParse, type DSVRowString } from "d3-dsv";
import type { Reading, Source } from "./source.ts";
import { beginningOf, wrongFormat } from "./source-failure.ts";

const COLUMNS = ["KEY", "TIME_PERIOD", "OBS_VALUE"] as const;

/**
 * The reference rates of the European Central Bank (https://data.ecb.europa.eu/help/api/data). A code is the key of a
 * series in the dataflow EXR: `EXR.M.USD.EUR.SP00.A`, of which the first letter after `EXR.` is the frequency.
 */
export const ecb: Source = {
  base: "https://data-api.ecb.europa.eu",
  address: ({ base, code }) => `${base}/service/data/${code.replace(".", "/")}?format=csvdata`,
  parse: (text, { code }) => {
    const rows = csvParse(text);
    const missing = COLUMNS.filter((column) => !rows.columns.includes(column));
    if (missing.length > 0) {
      throw wrongFormat(`is CSV without the column ${missing.join(", ")}, and begins with \`${beginningOf(text)}\``);
    }
    const readings = rows.map((row, index) => reading(row, index + 2, code));
    return { readings, total: readings.length };
  },
};

/** `NaN` is how SDMX writes that there is no figure. */
function reading(row: DSVRowString, line: number, code: string): Reading {
  const { KEY = "", TIME_PERIOD: date = "", OBS_VALUE: value = "" } = row;
  if (KEY !== code) throw wrongFormat(`has the series \`${KEY}\` in line ${line}, not ${code}`);
  return { date, value: value === "" || value === "NaN" ? undefined : value };
}
