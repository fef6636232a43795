import { type ChartModel, chartModel } from "../../src/markets/chart/chart-model.ts";
import type { ChartRequest } from "../../src/markets/chart/chart-request.ts";
import { type ChartDrawing, drawChart } from "../../src/markets/chart/draw-chart.ts";
import { type ChartLabel, overlaps } from "../../src/markets/chart/label-layout.ts";
import { nextPeriod } from "../../src/markets/period.ts";
import type { Observation, Series } from "../../src/markets/series.ts";
import { seededRandom } from "../bench/archive/random.ts";
import { sampleSeries } from "./sample-series.ts";

export const LANGUAGE = "en-GB";

/** A request for a chart of all figures of some series. */
export function sampleRequest(series: readonly Series[], about: Partial<ChartRequest> = {}): ChartRequest {
  const dates = series.flatMap(({ observations }) => observations.map(({ date }) => date)).sort();
  const [from = "", to = ""] = [dates.at(0), dates.at(-1)];
  const plain = { type: "line", rebase: false, title: "A chart", note: undefined, annotations: [] } as const;
  return { series, from, to, ...plain, ...about };
}

export function sampleModel(series: readonly Series[], about: Partial<ChartRequest> = {}): ChartModel {
  return chartModel(sampleRequest(series, about), LANGUAGE);
}

/** The drawing of a chart of all figures of some series. */
export function draw(...request: Parameters<typeof sampleRequest>): ChartDrawing {
  return drawChart(sampleModel(...request), sampleRequest(...request), LANGUAGE);
}

/** A seeded random walk with a number of periods; `gaps` are the indices of periods without a figure. */
export function wanderingSeries(
  first: string,
  count: number,
  about: Partial<Series> & { readonly seed?: number; readonly gaps?: readonly number[] } = {},
): Series {
  const { seed = 7, gaps = [], ...fields } = about;
  const random = seededRandom(String(seed));
  const observations: Observation[] = [];
  let [date, value] = [first, 100];
  for (let index = 0; index < count; index += 1) {
    value = Math.max(1, value + random() * 4 - 2);
    observations.push({ date, value: gaps.includes(index) ? undefined : Number(value.toFixed(2)) });
    date = nextPeriod(date, fields.frequency ?? "monthly");
  }
  return sampleSeries({}, { ...fields, observations });
}

/** The pairs of labels that overlap. */
export function overlapping(labels: readonly ChartLabel[]): readonly string[] {
  return labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => overlaps(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}
