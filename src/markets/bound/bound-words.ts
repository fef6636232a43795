import { observationAsOf } from "../as-of.ts";
import { extremesOf, figureBefore, isCountedInDays, spanOf, YEAR_MONTHS } from "../figures.ts";
import { type Frequency, periodName } from "../period.ts";
import type { Series } from "../series.ts";
import type { Binding } from "./bound-grammar.ts";
import { earlierDate } from "./bound-value.ts";

/** What a bound figure is, for when, and from whom: `Brent crude oil, April 2026. US Energy Information Administration`. */
export function boundLabel(series: Series, binding: Binding, knownAtMs: number, language: string): string {
  return `${series.name}, ${saying(series, binding, knownAtMs, language)}. ${series.source.name}`;
}

function saying(series: Series, binding: Binding, knownAtMs: number, language: string): string {
  const { from, to, measure } = binding;
  const told = (date: string): string => periodName(date, series.frequency, language);
  if (measure === "value") return told(to);
  if (measure === "high" || measure === "low") {
    const span = spanOf(series, from ?? to, to).map((observation) => observationAsOf(observation, knownAtMs));
    return `the ${EXTREMES[measure]} from ${told(from ?? to)} to ${told(to)}: ${told(extremesOf(span)[measure].date)}`;
  }
  return `change from ${told(beginning(series, binding))} to ${told(to)}`;
}

const EXTREMES = { high: "highest", low: "lowest" } as const;

/** The period that a change is measured from. Of days, it may be the last one before a weekend. */
function beginning(series: Series, binding: Binding): string {
  const { to, measure } = binding;
  const compared = measure === "yoy" ? figureBefore(series, to, YEAR_MONTHS)?.date : undefined;
  return compared ?? earlierDate(series, binding) ?? to;
}

/** What a revision has made of a figure. */
interface Revision {
  /** As it was quoted. */
  readonly text: string;
  /** Whether that is what was published first. */
  readonly isFirst: boolean;
  /** As it would be written now; undefined where it was withdrawn. */
  readonly now: string | undefined;
  /** The day on which it became so. */
  readonly since: string;
}

/** `117.29 was first reported for Brent crude oil in April 2026; it has since been revised to 117.35 (published 3 August 2026).` */
export function revisionNote(series: Series, binding: Binding, revision: Revision, language: string): string {
  const { text, isFirst, now, since } = revision;
  const published = `(published ${periodName(since, "daily", language)})`;
  const said = `${text} was ${isFirst ? "first " : ""}reported for ${subject(series, binding, language)}`;
  return `${said}; it has since been ${now === undefined ? `withdrawn ${published}` : `revised to ${now} ${published}`}.`;
}

function subject(series: Series, binding: Binding, language: string): string {
  const { name, frequency } = series;
  const { from, to, measure } = binding;
  const told = (date: string): string => periodName(date, frequency, language);
  if (measure === "value") return `${name} ${preposition(frequency)} ${told(to)}`;
  if (measure === "high" || measure === "low") return `the ${measure} of ${name} from ${told(from ?? to)} to ${told(to)}`;
  return `the change in ${name} from ${told(beginning(series, binding))} to ${told(to)}`;
}

function preposition(frequency: Frequency): string {
  if (frequency === "quarterly") return "in the";
  return isCountedInDays(frequency) ? "on" : "in";
}
