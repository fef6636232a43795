import { bisector } from "d3-array";
import { type Frequency, monthsBefore, periodStart } from "./period.ts";
import type { Figure, Observation, Series } from "./series.ts";
import { type Measure, UNITS } from "./units.ts";

/** Results are rounded to this many significant digits, which removes binary floating-point error. */
const EXACT_DIGITS = 12;
/** A daily figure is compared with an earlier day's where markets were closed, but across no longer gap than this. */
const MAX_CLOSURE_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The span of a year-on-year change and of a 12-month range. */
export const YEAR_MONTHS = 12;

const byDate = bisector(({ date }: Observation) => date);

/** The change from an earlier figure to a later one. */
export interface Change {
  readonly from: Figure;
  readonly to: Figure;
  /** In the unit of the series. */
  readonly difference: number;
  /** In per cent of the earlier figure, undefined where that is zero; for a rate, in basis points. */
  readonly relative: number | undefined;
  readonly measure: Measure;
}

/** The lowest and highest figures of a span; the earliest of equal ones. */
export interface Extremes {
  readonly low: Figure;
  readonly high: Figure;
}

/** The headline numbers of a series. */
export interface SeriesSummary {
  readonly latest: Figure;
  readonly onMonth: Change | undefined;
  readonly onYear: Change | undefined;
  /** The twelve months up to the latest figure. */
  readonly lastYear: readonly Observation[];
  /** Low and high of the last year. */
  readonly range: Extremes;
}

/** The last published figure; undefined if there is none. */
export function latestFigure({ observations }: Series): Figure | undefined {
  return observations.findLast(isFigure);
}

/** Whether an observation was published, and so has a value. */
export function isFigure(observation: Observation): observation is Observation & Figure {
  return observation.value !== undefined;
}

/** The figure of a period; undefined for a gap or a period outside the series. */
export function figureAt({ observations }: Pick<Series, "observations">, date: string): Figure | undefined {
  const observation = observations[byDate.left(observations, date)];
  return observation?.date === date && isFigure(observation) ? observation : undefined;
}

/** The observations from one period to another, both included. */
export function spanOf({ observations }: Pick<Series, "observations">, from: string, to: string): readonly Observation[] {
  return observations.slice(byDate.left(observations, from), byDate.right(observations, to));
}

/** The period before another in a series; undefined if there is none. */
export function dateBefore({ observations }: Pick<Series, "observations">, date: string): string | undefined {
  return observations[byDate.left(observations, date) - 1]?.date;
}

/** The figure a number of months earlier: of the same period, or for daily and weekly series of the last day before it. */
export function figureBefore(series: Series, date: string, months: number): Figure | undefined {
  const { frequency, observations } = series;
  const wanted = monthsBefore(date, frequency, months);
  if (wanted === date) return undefined;
  if (!isCountedInDays(frequency)) return figureAt(series, wanted);
  const found = observations[byDate.right(observations, wanted) - 1];
  const isNear = found && periodStart(wanted, frequency) - periodStart(found.date, frequency) <= MAX_CLOSURE_DAYS * DAY_MS;
  return isNear && isFigure(found) ? found : undefined;
}

/** Whether the periods of a frequency are days or weeks, which need not follow one another without gaps. */
export function isCountedInDays(frequency: Frequency): boolean {
  return frequency === "daily" || frequency === "weekly";
}

/** The change between two figures of a series. */
export function changeBetween(unit: Series["unit"], from: Figure, to: Figure): Change {
  const measure = UNITS[unit];
  const difference = exact(to.value - from.value);
  return { from, to, difference, relative: relativeTo(from.value, difference, measure), measure };
}

function relativeTo(base: number, difference: number, measure: Measure): number | undefined {
  if (measure === "rate") return exact(difference * 100);
  return base === 0 ? undefined : exact((difference / Math.abs(base)) * 100);
}

/** The change of a figure over a number of months; undefined where either end was not published. */
export function changeOver(series: Series, date: string, months: number): Change | undefined {
  const [to, from] = [figureAt(series, date), figureBefore(series, date, months)];
  return from && to && changeBetween(series.unit, from, to);
}

/** @throws Error if no observation was published */
export function extremesOf(observations: readonly Observation[]): Extremes {
  const figures = observations.filter(isFigure);
  const [first] = figures;
  if (!first) throw new Error("No observation has a figure.");
  return figures.reduce<Extremes>(
    ({ low, high }, figure) => ({
      low: figure.value < low.value ? figure : low,
      high: figure.value > high.value ? figure : high,
    }),
    { low: first, high: first },
  );
}

/** The headline numbers of a series; undefined if it has no figure. */
export function summarize(series: Series): SeriesSummary | undefined {
  const latest = latestFigure(series);
  if (!latest) return undefined;
  const first = monthsBefore(latest.date, series.frequency, YEAR_MONTHS);
  const lastYear = spanOf(series, first, latest.date).filter(({ date }) => date > first || date === latest.date);
  return {
    latest,
    onMonth: changeOver(series, latest.date, 1),
    onYear: changeOver(series, latest.date, YEAR_MONTHS),
    lastYear,
    range: extremesOf(lastYear),
  };
}

/** Removes binary floating-point error from a result. */
function exact(value: number): number {
  return Number(value.toPrecision(EXACT_DIGITS));
}

/** `String` writes smaller numbers with an exponent, which the rounding below cannot append another to. No figure is so precise. */
const SMALLEST = 1e-6;

/** Rounds to a number of decimals, half away from zero as statistical offices do. */
export function roundTo(value: number, decimals: number): number {
  const size = Math.abs(exact(value));
  if (size < SMALLEST) return 0;
  return Math.sign(value) * Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`) || 0;
}
