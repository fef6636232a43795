import { observationAsOf } from "../as-of.ts";
import { extremesOf, figureBefore, isCountedInDays, spanOf, YEAR_MONTHS } from "../figures.ts";
import { type Frequency, periodName } from "../period.ts";
import type { Series } from "../series.ts";
import type { Binding } from "./binding.ts";
import { baseDate } from "./vintages.ts";

/** Names a bound figure, its period and source: `Brent crude oil, April 2026. US Energy Information Administration`. */
export function bindingLabel(series: Series, binding: Binding, knownAtMs: number, language: string): string {
  return `${series.name}, ${measureLabel(series, binding, knownAtMs, language)}. ${series.source.name}`;
}

function measureLabel(series: Series, binding: Binding, knownAtMs: number, language: string): string {
  const { from, to, measure } = binding;
  const period = (date: string): string => periodName(date, series.frequency, language);
  if (measure === "value") return period(to);
  if (measure === "high" || measure === "low") {
    const span = spanOf(series, from ?? to, to).map((observation) => observationAsOf(observation, knownAtMs));
    return `the ${EXTREMES[measure]} from ${period(from ?? to)} to ${period(to)}: ${period(extremesOf(span)[measure].date)}`;
  }
  return `change from ${period(changeStart(series, binding))} to ${period(to)}`;
}

const EXTREMES = { high: "highest", low: "lowest" } as const;

/** The period that a change is measured from. For daily series it may be the last one before a weekend. */
function changeStart(series: Series, binding: Binding): string {
  const { to, measure } = binding;
  const compared = measure === "yoy" ? figureBefore(series, to, YEAR_MONTHS)?.date : undefined;
  return compared ?? baseDate(series, binding) ?? to;
}

/** A revision of a quoted figure. */
interface Revision {
  /** The text quoted. */
  readonly text: string;
  /** Whether it quotes the first published value. */
  readonly isFirst: boolean;
  /** The text with the current value; undefined if that was withdrawn. */
  readonly now: string | undefined;
  /** The day on which the current value was published (ISO 8601). */
  readonly since: string;
}

/** `117.29 was first reported for Brent crude oil in April 2026; it has since been revised to 117.35 (published 3 August 2026).` */
export function revisionNote(series: Series, binding: Binding, revision: Revision, language: string): string {
  const { text, isFirst, now, since } = revision;
  const published = `(published ${periodName(since, "daily", language)})`;
  const report = `${text} was ${isFirst ? "first " : ""}reported for ${subject(series, binding, language)}`;
  return `${report}; it has since been ${now === undefined ? `withdrawn ${published}` : `revised to ${now} ${published}`}.`;
}

function subject(series: Series, binding: Binding, language: string): string {
  const { name, frequency } = series;
  const { from, to, measure } = binding;
  const period = (date: string): string => periodName(date, frequency, language);
  if (measure === "value") return `${name} ${preposition(frequency)} ${period(to)}`;
  if (measure === "high" || measure === "low") return `the ${measure} of ${name} from ${period(from ?? to)} to ${period(to)}`;
  return `the change in ${name} from ${period(changeStart(series, binding))} to ${period(to)}`;
}

function preposition(frequency: Frequency): string {
  if (frequency === "quarterly") return "in the";
  return isCountedInDays(frequency) ? "on" : "in";
}
