import { csvParse } from "d3-dsv";
import { parse } from "yaml";
import { z } from "zod";

/** One month's figure; a month that was not published has no value and stays a gap. */
export interface Observation {
  /** YYYY-MM */
  readonly month: string;
  readonly value: number | undefined;
}

const seriesSchema = z.object({
  id: z.string(),
  decimals: z.number().int().nonnegative(),
  source: z.object({ name: z.string() }),
});

export type SeriesFacts = z.infer<typeof seriesSchema>;

export interface Figures {
  readonly facts: SeriesFacts;
  readonly observations: readonly Observation[];
}

/** The list in `_data/markets/series.yaml`; throws where an entry lacks what a drawing needs. */
export function parseSeriesList(yaml: string): SeriesFacts[] {
  return z.array(seriesSchema).parse(parse(yaml));
}

/** The lines of `_data/markets/<id>.csv`. */
export function parseObservations(csv: string): Observation[] {
  return csvParse(csv, ({ date = "", value = "" }) => ({ month: date, value: value === "" ? undefined : Number(value) }));
}

/** The months from `from` to `to`, both included; ISO months sort as text. */
export function span(observations: readonly Observation[], from: string, to: string): Observation[] {
  return observations.filter(({ month }) => month >= from && month <= to);
}

/** The same figures with the first month set to 100, so that unlike units can share one axis. */
export function rebase(observations: readonly Observation[]): Observation[] {
  const base = observations[0]?.value;
  if (base === undefined) throw new Error("A series can only be rebased to a first month that has a figure.");
  return observations.map(({ month, value }) => ({ month, value: value === undefined ? undefined : (value / base) * 100 }));
}

/** A figure as the reader sees it: 1,529.46 */
export function formatFigure(value: number, decimals: number): string {
  return value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace("-", "−");
}
