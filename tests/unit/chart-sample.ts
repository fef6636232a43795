import type { ChartRequest } from "../../src/markets/chart/chart-request.ts";
import { type Plotted, plotted } from "../../src/markets/chart/plotted.ts";
import { nextPeriod } from "../../src/markets/period.ts";
import type { Observation, Series } from "../../src/markets/series.ts";
import { sampleSeries } from "./sample-series.ts";

export const LANGUAGE = "en-GB";

/** The request of a chart of all figures of some series. */
export function sampleRequest(series: readonly Series[], about: Partial<ChartRequest> = {}): ChartRequest {
  const dates = series.flatMap(({ observations }) => observations.map(({ date }) => date)).sort();
  const [from = "", to = ""] = [dates.at(0), dates.at(-1)];
  const plain = { type: "line", rebase: false, title: "A chart", note: undefined, annotations: [] } as const;
  return { series, from, to, ...plain, ...about };
}

export function samplePlotted(series: readonly Series[], about: Partial<ChartRequest> = {}): Plotted {
  return plotted(sampleRequest(series, about), LANGUAGE);
}

/** A series of so many periods that wanders at random, the same every time; `gaps` are the numbers of periods without a figure. */
export function wanderingSeries(
  first: string,
  count: number,
  about: Partial<Series> & { readonly seed?: number; readonly gaps?: readonly number[] } = {},
): Series {
  const { seed = 7, gaps = [], ...fields } = about;
  const random = randomNumbers(seed);
  const observations: Observation[] = [];
  let [date, value] = [first, 100];
  for (let index = 0; index < count; index += 1) {
    value = Math.max(1, value + random() * 4 - 2);
    observations.push({ date, value: gaps.includes(index) ? undefined : Number(value.toFixed(2)) });
    date = nextPeriod(date, fields.frequency ?? "monthly");
  }
  return sampleSeries({}, { ...fields, observations });
}

/** Numbers from 0 to 1 (Lehmer, MINSTD). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
