import { spanOf } from "../figures.ts";
import { type Frequency, periodName } from "../period.ts";
import type { Observation, Series } from "../series.ts";
import { UNITS } from "../units.ts";
import { chartFault } from "./chart-fault.ts";
import type { ChartRequest, ChartType } from "./chart-request.ts";
import type { FigureWords } from "./figure-words.ts";
import { rebased } from "./rebased.ts";
import { successiveChanges } from "./successive-changes.ts";

/** A line of a chart, or its bars. */
export interface PlottedLine {
  readonly name: string;
  /** In the chart's own measure, in order of date; without a value where nothing was published. */
  readonly observations: readonly Observation[];
  /** The same for each period of the chart; undefined also where the line has no observation. */
  readonly values: readonly (number | undefined)[];
}

/** What a chart draws and its table lists: the figures asked for, in the measure asked for. */
export interface Plotted {
  readonly type: ChartType;
  readonly frequency: Frequency;
  readonly lines: readonly PlottedLine[];
  /** Every period in which a line has an observation, in order. */
  readonly periods: readonly string[];
  readonly words: FigureWords;
  /** What the axis of values measures: `US dollars a barrel, monthly`. */
  readonly measure: string;
  /** The value that all others are seen against, if there is one: nothing, or 100. */
  readonly base: number | undefined;
  /** What a rise is, of bars: it gives them their colours. */
  readonly rise: Series["rise"];
}

const PLAIN: FigureWords = { decimals: 1, isSigned: false, suffix: "", unit: "", gap: "not published" };
const PERCENT: FigureWords = { decimals: 1, isSigned: true, suffix: "%", unit: "", gap: "not known" };
const BASIS_POINTS: FigureWords = { decimals: 0, isSigned: true, suffix: " bp", unit: "", gap: "not known" };

const NOUNS: Readonly<Record<Frequency, string>> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  annual: "year",
};

/** @throws where the chart cannot be drawn: `chartFault` says why, and is to be asked before */
export function plotted(request: ChartRequest, language: string): Plotted {
  const fault = chartFault(request);
  const [first] = request.series;
  if (fault || !first) throw new Error(`The chart “${request.title}” cannot be drawn: ${fault?.problem}. ${fault?.remedy}.`);
  const { from, to, type, rebase, series } = request;
  const observed = series.map((each) => {
    const observations = type === "bars" ? successiveChanges(each, from, to) : spanOf(each, from, to);
    return { name: each.name, observations: rebase ? rebased(observations) : observations };
  });
  const periods = periodsOf(observed);
  const lines = observed.map((line) => ({ ...line, values: valuesAt(periods, line.observations) }));
  const measure = type === "bars" ? changeMeasure(first) : rebase ? rebasedMeasure(lines, first, language) : levelMeasure(series);
  return { type, frequency: first.frequency, lines, periods, rise: first.rise, ...measure };
}

type MeasureOf = Pick<Plotted, "words" | "measure" | "base">;

function changeMeasure({ unit, frequency }: Series): MeasureOf {
  const isRate = UNITS[unit] === "rate";
  const measure = `Change on the ${NOUNS[frequency]} before, ${isRate ? "basis points" : "per cent"}`;
  return { words: isRate ? BASIS_POINTS : PERCENT, measure, base: 0 };
}

function rebasedMeasure(lines: readonly PlottedLine[], { frequency }: Series, language: string): MeasureOf {
  const start = periodName(lines[0]?.observations[0]?.date ?? "", frequency, language);
  return { words: PLAIN, measure: `${start.charAt(0).toUpperCase()}${start.slice(1)} = 100`, base: 100 };
}

function levelMeasure(series: readonly Series[]): MeasureOf {
  const unit = series[0]?.unit ?? "";
  const decimals = Math.max(...series.map((each) => each.decimals));
  const words: FigureWords = { ...PLAIN, decimals, unit: /^[^,=]+$/.test(unit) ? ` ${unit}` : ` (${unit})` };
  return { words, measure: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}, ${series[0]?.frequency}`, base: undefined };
}

function periodsOf(lines: readonly Pick<PlottedLine, "observations">[]): readonly string[] {
  const [first, ...others] = lines.map(({ observations }) => observations.map(({ date }) => date));
  if (others.length === 0) return first ?? [];
  return [...new Set([first ?? [], ...others].flat())].sort();
}

function valuesAt(periods: readonly string[], observations: readonly Observation[]): readonly (number | undefined)[] {
  if (observations.length === periods.length) return observations.map(({ value }) => value);
  const byDate = new Map(observations.map(({ date, value }) => [date, value]));
  return periods.map((period) => byDate.get(period));
}
