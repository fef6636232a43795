import type { Frequency } from "../../markets/period.ts";
import type { Series } from "../../markets/series.ts";
import { hasVintages } from "./series-csv.ts";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly constraints?: { readonly required?: boolean; readonly pattern?: string };
}

/** What the columns of a series' CSV hold, as Table Schema 1 tells it (https://specs.frictionlessdata.io/table-schema/). */
interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: string;
}

/** Table Schema has no type for quarters. Its patterns match the whole of a value. */
const PERIODS: Readonly<Record<Frequency, Pick<Field, "type" | "title"> & { readonly pattern?: string }>> = {
  daily: { type: "date", title: "Day" },
  weekly: { type: "date", title: "Day" },
  monthly: { type: "yearmonth", title: "Month" },
  quarterly: { type: "string", title: "Quarter", pattern: "[0-9]{4}-Q[1-4]" },
  annual: { type: "year", title: "Year" },
};

export function tableSchema(series: Series): TableSchema {
  const isRevised = hasVintages(series);
  const { type, title, ...pattern } = PERIODS[series.frequency];
  const date = { name: "date", type, title, constraints: { required: true, ...pattern } };
  const value = {
    name: "value",
    type: "number",
    title: `${series.name}, ${series.unit}`,
    description: "Empty where it was not published.",
  };
  return {
    fields: [date, value, ...(isRevised ? [VINTAGE] : [])],
    missingValues: [""],
    // A key has no empty cells, which the first value of a period has for its vintage.
    ...(!isRevised && { primaryKey: "date" }),
  };
}

const VINTAGE: Field = {
  name: "vintage",
  type: "date",
  title: "Day of publication",
  description: "Empty for what was published first. Of several lines of a date the last one holds.",
};
