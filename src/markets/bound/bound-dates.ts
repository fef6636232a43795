import { figureAt } from "../figures.ts";
import { dateExample, isPeriod, periodEnd, periodName } from "../period.ts";
import type { Series } from "../series.ts";
import type { Binding, BoundProblem } from "./bound-grammar.ts";
import { earlierDate } from "./bound-value.ts";

interface Circumstances {
  /** When what the text says was known, in milliseconds since 1970. */
  readonly knownAtMs: number;
  readonly language: string;
}

/** What is wrong with the dates that a figure is bound to, whatever it says. */
export function datesProblem(series: Series, binding: Binding, circumstances: Circumstances): BoundProblem | undefined {
  const { frequency } = series;
  const dates = datesOf(binding);
  const wrong = dates.find((date) => !isPeriod(date, frequency));
  if (wrong !== undefined) {
    const remedy = `write it like ${dateExample(frequency)}`;
    return { problem: `names \`${wrong}\`, which is no date of a ${frequency} series`, remedy };
  }
  const { from, to } = binding;
  if (from !== undefined && from >= to) {
    return { problem: "has a span that does not end after it begins", remedy: "write the earlier date first" };
  }
  const outside = dates.map((date) => outsideProblem(series, date, circumstances)).find(Boolean);
  if (outside) return outside;
  if (periodEnd(to, frequency) <= circumstances.knownAtMs) return undefined;
  return {
    problem: `asks for ${periodName(to, frequency, circumstances.language)}, which had not ended when the text was published`,
    remedy: "write a period before that",
  };
}

function datesOf({ from, to }: Binding): readonly string[] {
  return from === undefined ? [to] : [from, to];
}

function outsideProblem(series: Series, date: string, { language }: Circumstances): BoundProblem | undefined {
  const { observations, frequency, name } = series;
  const [first, last] = [observations[0]?.date, observations.at(-1)?.date];
  if (first === undefined || last === undefined || (date >= first && date <= last)) return undefined;
  const told = (day: string): string => periodName(day, frequency, language);
  return {
    problem: `asks for ${told(date)}, while the figures of ${name} run from ${told(first)} to ${told(last)}`,
    remedy: `write a date from ${first} to ${last}`,
  };
}

/**
 * Why a bound figure cannot be told.
 *
 * @param known the series as it was known when the text was published
 */
export function missingProblem(known: Series, binding: Binding, language: string): BoundProblem {
  const { frequency, name } = known;
  const { to, measure } = binding;
  const told = (date: string): string => periodName(date, frequency, language);
  if (measure === "high" || measure === "low") {
    return { problem: `asks for the ${measure} of a span without a figure`, remedy: "write a longer span" };
  }
  const earlier = earlierDate(known, binding);
  if (earlier === undefined || earlier < (known.observations[0]?.date ?? earlier)) {
    return {
      problem: `needs a figure from before ${told(known.observations[0]?.date ?? to)}, with which ${name} begins`,
      remedy: "write a later date, or leave the figure out",
    };
  }
  const gap = [to, earlier].find((date) => !figureAt(known, date));
  if (gap === undefined) {
    return { problem: "has no percentage, since it begins at nothing", remedy: "write difference" };
  }
  return {
    problem: `needs the figure of ${told(gap)} for ${name}, which was not published`,
    remedy:
      measure === "value"
        ? "write a date with a figure, or leave the figure out"
        : "measure from a neighbouring period, such as {SERIES=FROM..TO change}, or leave the figure out",
  };
}
