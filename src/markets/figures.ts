import { bisector } from "d3-array";
import { type Frequency, monthsBefore, periodStart } from "./period.ts";
import type { Figure, Observation, Series } from "./series.ts";
import { type Measure, UNITS } from "./units.ts";

/** Digits within which sums and quotients of published figures are exact. */
const EXACT_DIGITS = 12;
/** Figures of days are compared with the last one before a day without any: markets close for a long weekend, not for longer. */
const LONGEST_CLOSURE_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What a change on the year spans, and a range, the latest month included. */
export const YEAR_MONTHS = 12;

const byDate = bisector(({ date }: Observation) => date);

/** How a figure compares with an earlier one. */
export interface Change {
  readonly from: Figure;
  readonly to: Figure;
  /** In the unit of the series. */
  readonly difference: number;
  /** In per cent of the earlier figure, of which nothing has none; of a rate in basis points. */
  readonly relative: number | undefined;
  readonly measure: Measure;
}

/** The lowest and the highest figure of a span; the earliest where several are equal. */
export interface Extremes {
  readonly low: Figure;
  readonly high: Figure;
}

/** What the board and the page of a series tell. */
export interface SeriesSummary {
  readonly latest: Figure;
  readonly onMonth: Change | undefined;
  readonly onYear: Change | undefined;
  /** The twelve months up to the latest figure. */
  readonly lastYear: readonly Observation[];
  /** Of these months. */
  readonly range: Extremes;
}

/** The last figure that was published; undefined where the series has none yet. */
export function latestFigure({ observations }: Series): Figure | undefined {
  return observations.findLast(isFigure);
}

export function isFigure(observation: Observation): observation is Observation & Figure {
  return observation.value !== undefined;
}

/** The figure of a period; undefined for a gap and for what is not in the series. */
export function figureAt({ observations }: Pick<Series, "observations">, date: string): Figure | undefined {
  const observation = observations[byDate.left(observations, date)];
  return observation?.date === date && isFigure(observation) ? observation : undefined;
}

/** The observations from one period to another, both included. */
export function spanOf({ observations }: Pick<Series, "observations">, from: string, to: string): readonly Observation[] {
  return observations.slice(byDate.left(observations, from), byDate.right(observations, to));
}

/** The last period before another that the series has; undefined where it begins no earlier. */
export function dateBefore({ observations }: Pick<Series, "observations">, date: string): string | undefined {
  return observations[byDate.left(observations, date) - 1]?.date;
}

/** The figure to compare one with that is so many months later: of the same period, or of the last day before it. */
export function figureBefore(series: Series, date: string, months: number): Figure | undefined {
  const { frequency, observations } = series;
  const wanted = monthsBefore(date, frequency, months);
  if (wanted === date) return undefined;
  if (!isCountedInDays(frequency)) return figureAt(series, wanted);
  const found = observations[byDate.right(observations, wanted) - 1];
  const isNear = found && periodStart(wanted, frequency) - periodStart(found.date, frequency) <= LONGEST_CLOSURE_DAYS * DAY_MS;
  return isNear && isFigure(found) ? found : undefined;
}

export function isCountedInDays(frequency: Frequency): boolean {
  return frequency === "daily" || frequency === "weekly";
}

/** The change from one figure to another. */
export function changeBetween(unit: Series["unit"], from: Figure, to: Figure): Change {
  const measure = UNITS[unit];
  const difference = exact(to.value - from.value);
  return { from, to, difference, relative: relativeTo(from.value, difference, measure), measure };
}

function relativeTo(base: number, difference: number, measure: Measure): number | undefined {
  if (measure === "rate") return exact(difference * 100);
  return base === 0 ? undefined : exact((difference / Math.abs(base)) * 100);
}

/** The change of a figure on what it was so many months before; undefined where either was not published. */
export function changeOver(series: Series, date: string, months: number): Change | undefined {
  const [to, from] = [figureAt(series, date), figureBefore(series, date, months)];
  return from && to && changeBetween(series.unit, from, to);
}

/** @throws where nothing of the observations was published */
export function extremesOf(observations: readonly Observation[]): Extremes {
  const figures = observations.filter(isFigure);
  const [first] = figures;
  if (!first) throw new Error("There is no figure to be the lowest or the highest.");
  return figures.reduce<Extremes>(
    ({ low, high }, figure) => ({
      low: figure.value < low.value ? figure : low,
      high: figure.value > high.value ? figure : high,
    }),
    { low: first, high: first },
  );
}

/** Undefined where the series has no figure yet. */
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

/** Frees the result of a calculation from what binary fractions add to it. */
function exact(value: number): number {
  return Number(value.toPrecision(EXACT_DIGITS));
}

/** Below this, numbers are written with an exponent; no figure is told so precisely. */
const SMALLEST = 1e-6;

/** Rounds half away from zero, as readers and statistical offices do. */
export function roundTo(value: number, decimals: number): number {
  const size = Math.abs(exact(value));
  if (size < SMALLEST) return 0;
  return Math.sign(value) * Number(`${Math.round(Number(`${size}e${decimals}`))}e-${decimals}`) || 0;
}
