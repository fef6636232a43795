import { figureAt } from "../figures.ts";
import { dateExample, isPeriod, periodEnd, periodName } from "../period.ts";
import type { Series } from "../series.ts";
import type { Binding, BoundDiagnostic } from "./binding.ts";
import { baseDate } from "./vintages.ts";

/** The time and language of a text with bound figures. */
export interface BindingContext {
  /** When the text was published or last updated, epoch ms: it may quote what was known then. */
  readonly knownAtMs: number;
  /** The edition's clock, epoch ms. */
  readonly asOfMs: number;
  readonly language: string;
}

type DateContext = Pick<BindingContext, "knownAtMs" | "language">;

/** Checks the dates of a binding: their format, order and range, and that the last period had ended at publication. */
export function dateDiagnostic(series: Series, binding: Binding, context: DateContext): BoundDiagnostic | undefined {
  const { frequency } = series;
  const dates = datesOf(binding);
  const malformed = dates.find((date) => !isPeriod(date, frequency));
  if (malformed !== undefined) {
    const fix = `write it like ${dateExample(frequency)}`;
    return { message: `names \`${malformed}\`, which is not a date of a ${frequency} series`, fix };
  }
  const { from, to } = binding;
  if (from !== undefined && from >= to) {
    return { message: "has a span that does not end after it starts", fix: "write the earlier date first" };
  }
  const outOfRange = dates.map((date) => rangeDiagnostic(series, date, context)).find(Boolean);
  if (outOfRange) return outOfRange;
  if (periodEnd(to, frequency) <= context.knownAtMs) return undefined;
  return {
    message: `asks for ${periodName(to, frequency, context.language)}, which had not ended when the text was published`,
    fix: "write an earlier period",
  };
}

function datesOf({ from, to }: Binding): readonly string[] {
  return from === undefined ? [to] : [from, to];
}

function rangeDiagnostic(series: Series, date: string, { language }: DateContext): BoundDiagnostic | undefined {
  const { observations, frequency, name } = series;
  const [first, last] = [observations[0]?.date, observations.at(-1)?.date];
  if (first === undefined || last === undefined || (date >= first && date <= last)) return undefined;
  const period = (each: string): string => periodName(each, frequency, language);
  return {
    message: `asks for ${period(date)}, but the figures of ${name} run from ${period(first)} to ${period(last)}`,
    fix: `write a date from ${first} to ${last}`,
  };
}

/**
 * Finds out why a bound figure has no value.
 *
 * @param known the series as known when the text was published
 */
export function missingValueDiagnostic(known: Series, binding: Binding, language: string): BoundDiagnostic {
  const { frequency, name } = known;
  const { to, measure } = binding;
  const period = (date: string): string => periodName(date, frequency, language);
  if (measure === "high" || measure === "low") {
    return { message: `asks for the ${measure} of a span without a figure`, fix: "write a longer span" };
  }
  const base = baseDate(known, binding);
  const start = known.observations[0]?.date;
  if (base === undefined || base < (start ?? base)) {
    return {
      message: `needs a figure from before ${period(start ?? to)}, where ${name} starts`,
      fix: "write a later date, or remove the binding",
    };
  }
  const gap = [to, base].find((date) => !figureAt(known, date));
  if (gap === undefined) {
    return { message: "has no percentage change, because it starts at zero", fix: "write difference" };
  }
  return {
    message: `needs the figure of ${period(gap)} for ${name}, which was not published`,
    fix:
      measure === "value"
        ? "write a date with a figure, or remove the binding"
        : "measure from a neighbouring period, such as {SERIES=FROM..TO change}, or remove the binding",
  };
}
