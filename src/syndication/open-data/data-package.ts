import type { MarketSeries } from "../../markets/markets.ts";
import type { Site } from "../../model/site.ts";
import { hrefAbsolute, OPEN_DATA, seriesDataPath } from "../../model/urls.ts";
import { openLicence } from "./open-licence.ts";
import { tableSchema } from "./table-schema.ts";

/**
 * The index of all series: a Tabular Data Package 1 (https://specs.frictionlessdata.io/tabular-data-package/), which tools
 * for version 2 read as well. It names no dialect: the specification's default is what the files are in, RFC 4180.
 *
 * @param series at least one: a package without resources is none
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
    // What the package says holds for every resource that says nothing itself.
    ...(known.length === licences.size && { licenses: known }),
    resources: series.map(resource),
  };
  return `${JSON.stringify(descriptor, undefined, 2)}\n`;
}

/** `unit`, `decimals`, `frequency` and `asOf` are members of our own, which the specification allows. */
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
