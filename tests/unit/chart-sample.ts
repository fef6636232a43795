import type { ChartRequest } from "../../src/markets/chart/chart-request.ts";
import { type ChartText, collide } from "../../src/markets/chart/chart-text.ts";
import { type ChartDrawing, drawChart } from "../../src/markets/chart/draw-chart.ts";
import { type Plotted, plotted } from "../../src/markets/chart/plotted.ts";
import { nextPeriod } from "../../src/markets/period.ts";
import type { Observation, Series } from "../../src/markets/series.ts";
import { seededRandom } from "../bench/archive/random.ts";
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

/** A chart of all figures of some series, laid out. */
export function draw(...request: Parameters<typeof sampleRequest>): ChartDrawing {
  return drawChart(samplePlotted(...request), sampleRequest(...request), LANGUAGE);
}

/** A series of so many periods that wanders at random, the same every time; `gaps` are the numbers of periods without a figure. */
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

/** The pairs of words in a chart that would touch. */
export function touching(words: readonly ChartText[]): readonly string[] {
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter((b) => collide(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}
