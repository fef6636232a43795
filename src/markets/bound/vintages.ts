import { observationAsOf } from "../as-of.ts";
import {
  type Change,
  changeBetween,
  changeOver,
  dateBefore,
  extremesOf,
  figureAt,
  isFigure,
  spanOf,
  YEAR_MONTHS,
} from "../figures.ts";
import { monthsBefore, periodStart } from "../period.ts";
import type { Observation, Series } from "../series.ts";
import type { Binding } from "./binding.ts";

/** The value of a bound figure from one publication day to the next. */
export interface BoundVintage {
  /** The day of publication (ISO 8601); undefined for the first value. */
  readonly since: string | undefined;
  /** Undefined where a figure it depends on was not published, or where a percentage has base zero. */
  readonly value: number | undefined;
}

/**
 * All values that a bound figure has had up to an instant, oldest first.
 *
 * @param inPoints whether changes of a rate are in percentage points instead of basis points
 * @param untilMs epoch ms
 */
export function boundVintages(series: Series, binding: Binding, inPoints: boolean, untilMs: number): readonly BoundVintage[] {
  const observations = sourceObservations(series, binding);
  const days = observations.flatMap(({ vintages = [] }) => vintages.flatMap(({ since }) => since ?? []));
  const revisions = [...new Set(days)].filter((day) => publishedAtMs(day) <= untilMs).sort();
  return [undefined, ...revisions].map((since) => {
    const atMs = since === undefined ? Number.NEGATIVE_INFINITY : publishedAtMs(since);
    const known = observations.map((observation) => observationAsOf(observation, atMs));
    return { since, value: boundValue({ ...series, observations: known }, binding, inPoints) };
  });
}

/** The start of a day of publication, epoch ms. */
export function publishedAtMs(day: string): number {
  return periodStart(day, "daily");
}

/** The span of observations that a bound figure is calculated from. */
function sourceObservations(series: Series, binding: Binding): readonly Observation[] {
  const { to, measure } = binding;
  // A daily figure may be compared with that of a few days before.
  const first = measure === "yoy" ? monthsBefore(to, series.frequency, YEAR_MONTHS + 1) : baseDate(series, binding);
  return spanOf(series, first ?? to, to);
}

/** The period that a bound figure is measured from; undefined if the series starts later. */
export function baseDate(series: Series, { from, to, measure }: Binding): string | undefined {
  if (measure === "value") return to;
  if (measure === "yoy") return monthsBefore(to, series.frequency, YEAR_MONTHS);
  return from ?? dateBefore(series, to);
}

/** In the unit of the series; a change is in per cent or basis points. */
function boundValue(known: Series, binding: Binding, inPoints: boolean): number | undefined {
  const { to, measure } = binding;
  if (measure === "value") return figureAt(known, to)?.value;
  if (measure === "high" || measure === "low") {
    return known.observations.some(isFigure) ? extremesOf(known.observations)[measure].value : undefined;
  }
  const change = boundChange(known, binding);
  return measure === "difference" || inPoints ? change?.difference : change?.relative;
}

function boundChange(known: Series, binding: Binding): Change | undefined {
  const { to, measure } = binding;
  if (measure === "yoy") return changeOver(known, to, YEAR_MONTHS);
  const base = baseDate(known, binding);
  const [start, end] = [base === undefined ? undefined : figureAt(known, base), figureAt(known, to)];
  return start && end && changeBetween(known.unit, start, end);
}
