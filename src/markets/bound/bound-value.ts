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
import type { Binding } from "./bound-grammar.ts";

/** What a bound figure is, from one publication of figures to the next. */
export interface BoundState {
  /** The day on which it became so; undefined for what was published first. */
  readonly since: string | undefined;
  /** Undefined where a figure that it needs was not published, or where a percentage has no base. */
  readonly value: number | undefined;
}

/**
 * What a bound figure was at first, and what it has been since, up to an instant; oldest first.
 *
 * @param inPoints whether changes of a rate are told in its unit, and not in basis points
 * @param untilMs in milliseconds since 1970
 */
export function boundStates(series: Series, binding: Binding, inPoints: boolean, untilMs: number): readonly BoundState[] {
  const observations = neededObservations(series, binding);
  const days = observations.flatMap(({ vintages = [] }) => vintages.flatMap(({ since }) => since ?? []));
  const revisions = [...new Set(days)].filter((day) => startOf(day) <= untilMs).sort();
  return [undefined, ...revisions].map((since) => {
    const atMs = since === undefined ? Number.NEGATIVE_INFINITY : startOf(since);
    const known = observations.map((observation) => observationAsOf(observation, atMs));
    return { since, value: boundValue({ ...series, observations: known }, binding, inPoints) };
  });
}

/** The first instant of a day of publication, in milliseconds since 1970. */
export function startOf(day: string): number {
  return periodStart(day, "daily");
}

/** The observations that a bound figure follows from, and perhaps some between them. */
function neededObservations(series: Series, binding: Binding): readonly Observation[] {
  const { to, measure } = binding;
  // Of days, the figure to compare with may be that of a few days before.
  const first = measure === "yoy" ? monthsBefore(to, series.frequency, YEAR_MONTHS + 1) : earlierDate(series, binding);
  return spanOf(series, first ?? to, to);
}

/** The period that a bound figure begins with; undefined where the series begins later. */
export function earlierDate(series: Series, { from, to, measure }: Binding): string | undefined {
  if (measure === "value") return to;
  if (measure === "yoy") return monthsBefore(to, series.frequency, YEAR_MONTHS);
  return from ?? dateBefore(series, to);
}

/** The figure itself, in the unit of the series; of a change in per cent, or in basis points. */
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
  const earlier = earlierDate(known, binding);
  const [start, end] = [earlier === undefined ? undefined : figureAt(known, earlier), figureAt(known, to)];
  return start && end && changeBetween(known.unit, start, end);
}
