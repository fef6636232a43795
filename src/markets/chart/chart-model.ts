import { spanOf } from "../figures.ts";
import { type Frequency, periodName } from "../period.ts";
import type { Observation, Series } from "../series.ts";
import { UNITS } from "../units.ts";
import type { ChartRequest, ChartType } from "./chart-request.ts";
import { checkChart } from "./check-chart.ts";
import { periodChanges, rebaseTo100 } from "./observation-transforms.ts";
import type { ValueFormat } from "./value-format.ts";

/** A line of a chart, or its bars. */
export interface ChartLine {
  readonly name: string;
  /** In the measure of the chart, in order of date; without a value for a gap. */
  readonly observations: readonly Observation[];
  /** One for each period of the chart; undefined for a gap and where the line has no observation. */
  readonly values: readonly (number | undefined)[];
}

/** The data of a chart: the requested span of the series, in the requested measure. */
export interface ChartModel {
  readonly type: ChartType;
  readonly frequency: Frequency;
  readonly lines: readonly ChartLine[];
  /** Every period in which a line has an observation, in order. */
  readonly periods: readonly string[];
  readonly format: ValueFormat;
  /** The title of the value axis: `US dollars a barrel, monthly`. */
  readonly measure: string;
  /** The baseline: 0 for changes, 100 for rebased series, otherwise undefined. */
  readonly base: number | undefined;
  /** Whether a rise is good news, which decides the colour of bars. */
  readonly rise: Series["rise"];
}

const INDEX: ValueFormat = { decimals: 1, isSigned: false, suffix: "", unit: "", gap: "not published" };
const PERCENT: ValueFormat = { decimals: 1, isSigned: true, suffix: "%", unit: "", gap: "not known" };
const BASIS_POINTS: ValueFormat = { decimals: 0, isSigned: true, suffix: " bp", unit: "", gap: "not known" };

const PERIOD_NOUNS: Readonly<Record<Frequency, string>> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  annual: "year",
};

/** @throws Error if the chart cannot be drawn; call `checkChart` first to learn why */
export function chartModel(request: ChartRequest, language: string): ChartModel {
  const diagnostic = checkChart(request);
  const [first] = request.series;
  if (diagnostic || !first) {
    throw new Error(`The chart “${request.title}” cannot be drawn: ${diagnostic?.message}. ${diagnostic?.fix}.`);
  }
  const { from, to, type, rebase, series } = request;
  const data = series.map((each) => {
    const observations = type === "bars" ? periodChanges(each, from, to) : spanOf(each, from, to);
    return { name: each.name, observations: rebase ? rebaseTo100(observations) : observations };
  });
  const periods = periodsOf(data);
  const lines = data.map((line) => ({ ...line, values: valuesAt(periods, line.observations) }));
  const axis = type === "bars" ? changeAxis(first) : rebase ? rebasedAxis(lines, first, language) : levelAxis(series);
  return { type, frequency: first.frequency, lines, periods, rise: first.rise, ...axis };
}

type ValueAxis = Pick<ChartModel, "format" | "measure" | "base">;

function changeAxis({ unit, frequency }: Series): ValueAxis {
  const isRate = UNITS[unit] === "rate";
  const measure = `Change on the ${PERIOD_NOUNS[frequency]} before, ${isRate ? "basis points" : "per cent"}`;
  return { format: isRate ? BASIS_POINTS : PERCENT, measure, base: 0 };
}

function rebasedAxis(lines: readonly ChartLine[], { frequency }: Series, language: string): ValueAxis {
  const start = periodName(lines[0]?.observations[0]?.date ?? "", frequency, language);
  return { format: INDEX, measure: `${start.charAt(0).toUpperCase()}${start.slice(1)} = 100`, base: 100 };
}

function levelAxis(series: readonly Series[]): ValueAxis {
  const unit = series[0]?.unit ?? "";
  const decimals = Math.max(...series.map((each) => each.decimals));
  const format: ValueFormat = { ...INDEX, decimals, unit: /^[^,=]+$/.test(unit) ? ` ${unit}` : ` (${unit})` };
  return { format, measure: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}, ${series[0]?.frequency}`, base: undefined };
}

function periodsOf(lines: readonly Pick<ChartLine, "observations">[]): readonly string[] {
  const [first, ...others] = lines.map(({ observations }) => observations.map(({ date }) => date));
  if (others.length === 0) return first ?? [];
  return [...new Set([first ?? [], ...others].flat())].sort();
}

function valuesAt(periods: readonly string[], observations: readonly Observation[]): readonly (number | undefined)[] {
  if (observations.length === periods.length) return observations.map(({ value }) => value);
  const byDate = new Map(observations.map(({ date, value }) => [date, value]));
  return periods.map((period) => byDate.get(period));
}
