import type { MarketSeries } from "../../markets/markets.ts";
import type { Frequency } from "../../markets/period.ts";
import type { Series } from "../../markets/series.ts";
import { OPEN_DATA } from "../../model/fixed-pages.ts";
import type { Site } from "../../model/site.ts";
import { hrefAbsolute, seriesDataPath } from "../../model/urls.ts";
import { openLicence } from "../licences.ts";
import { hasVintages } from "./series-csv.ts";

/**
 * The Tabular Data Package 1 of all series (https://specs.frictionlessdata.io/tabular-data-package/); tools for version 2
 * read it as well. It needs no `dialect`, since the files are in the default one, RFC 4180.
 *
 * @param series at least one: a package without resources is invalid
 */
export function dataPackage(series: readonly MarketSeries[], { name, address }: Site): string {
  const licences = new Set(series.map(({ licence }) => licence));
  const known = [...licences].flatMap((licence) => openLicence(licence) ?? []);
  const descriptor = {
    profile: "tabular-data-package",
    name: "market-data",
    title: `${name}: market data`,
    description: `The market series of ${name}, each with its unit, source and licence.`,
    ...(address && { homepage: hrefAbsolute(address)(OPEN_DATA) }),
    // Applies to all resources without a licence of their own, so it is left out if any licence is not an open one.
    ...(known.length === licences.size && { licenses: known }),
    resources: series.map(resource),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

/** `unit`, `decimals`, `frequency` and `asOf` are custom properties, which the specification allows. */
function resource(series: MarketSeries) {
  const { id, name, unit, decimals, frequency, source, licence, method, summary } = series;
  const known = openLicence(licence);
  return {
    profile: "tabular-data-resource",
    name: id,
    path: seriesDataPath(id, "csv").slice(OPEN_DATA.length),
    title: name,
    description: known ? method : `${method} Licence: ${licence}.`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    unit,
    decimals,
    frequency,
    asOf: summary.latest.date,
    sources: [{ title: source.name, path: source.url }],
    ...(known && { licenses: [known] }),
    schema: tableSchema(series),
  };
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly constraints?: { readonly required?: boolean; readonly pattern?: string };
}

/** The columns of a series' CSV in Table Schema 1 (https://specs.frictionlessdata.io/table-schema/). */
interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: string;
}

/** Table Schema has no type for quarters. Its patterns are anchored at both ends. */
const PERIODS: Readonly<Record<Frequency, Pick<Field, "type" | "title"> & { readonly pattern?: string }>> = {
  daily: { type: "date", title: "Day" },
  weekly: { type: "date", title: "Day" },
  monthly: { type: "yearmonth", title: "Month" },
  quarterly: { type: "string", title: "Quarter", pattern: "[0-9]{4}-Q[1-4]" },
  annual: { type: "year", title: "Year" },
};

function tableSchema(series: Series): TableSchema {
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
    // A key allows no empty cells, but the vintage of a first release is empty.
    ...(!isRevised && { primaryKey: "date" }),
  };
}

const VINTAGE: Field = {
  name: "vintage",
  type: "date",
  title: "Day of publication",
  description: "Empty for what was published first. Of several lines of a date the last one holds.",
};
