import type { MarketSeries } from "../../markets/markets.ts";
import type { Observation } from "../../markets/series.ts";
import { openLicence } from "../licences.ts";
import { plainNumber } from "./series-csv.ts";

/** Incremented when a property is removed or changes its meaning, not when one is added. */
export const SCHEMA_VERSION = 1;

/** A series as JSON: its metadata and, one per line, its observations. The format is documented at `/data/`. */
export function seriesJson(series: MarketSeries): string {
  const { id, name, unit, decimals, frequency, summary, source, licence, method, observations } = series;
  const metadata = {
    schemaVersion: SCHEMA_VERSION,
    id,
    name,
    unit,
    decimals,
    frequency,
    asOf: summary.latest.date,
    source,
    licence: { name: licence, url: openLicence(licence)?.path },
    method,
  };
  const head = JSON.stringify(metadata, undefined, 2).slice(0, -"\n}".length);
  return `${head},\n  "observations": [\n${observations.map(observationJson).join(",\n")}\n  ]\n}\n`;
}

function observationJson({ date, value, vintages }: Observation): string {
  const revisions = vintages?.map(({ since, value }) => `{"vintage":${since ? `"${since}"` : null},"value":${number(value)}}`);
  return `{"date":"${date}","value":${number(value)}${revisions ? `,"vintages":[${revisions.join(",")}]` : ""}}`;
}

function number(value: number | undefined): string {
  return value === undefined ? "null" : plainNumber(value);
}
