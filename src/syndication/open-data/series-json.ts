import type { MarketSeries } from "../../markets/markets.ts";
import type { Observation } from "../../markets/series.ts";
import { openLicence } from "./open-licence.ts";
import { plainNumber } from "./plain-number.ts";

/** Rises when a member of the file changes its meaning or goes away, and not when one is added. */
export const SCHEMA_VERSION = 1;

/** The figures of a series with what is to be known of them, an observation a line. `/data/` says what its members are. */
export function seriesJson(series: MarketSeries): string {
  const { id, name, unit, decimals, frequency, summary, source, licence, method, observations } = series;
  const about = {
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
  const head = JSON.stringify(about, undefined, 2).slice(0, -"\n}".length);
  return `${head},\n  "observations": [\n${observations.map(member).join(",\n")}\n  ]\n}\n`;
}

function member({ date, value, vintages }: Observation): string {
  const told = vintages?.map(({ since, value }) => `{"vintage":${since ? `"${since}"` : null},"value":${number(value)}}`);
  return `{"date":"${date}","value":${number(value)}${told ? `,"vintages":[${told.join(",")}]` : ""}}`;
}

function number(value: number | undefined): string {
  return value === undefined ? "null" : plainNumber(value);
}
