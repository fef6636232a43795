import { csvParseRows } from "d3-dsv";
import { dateExample, type Frequency, isPeriod, nextPeriod, periodAt } from "./period.ts";
import type { Observation, Vintage } from "./series.ts";

/** A fault in a file of figures; its line is counted from 1. */
export interface FiguresProblem {
  readonly line: number;
  readonly field: "date" | "value" | "vintage" | undefined;
  readonly problem: string;
  readonly remedy: string;
}

interface Circumstances {
  readonly frequency: Frequency;
  /** No figure is of a period that begins later; in milliseconds since 1970. */
  readonly nowMs: number;
}

const COLUMNS = ["date,value", "date,value,vintage"];
/** A figure as files have it: digits and a point, without groups or exponent. */
export const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** What a binary fraction keeps exactly. */
const MOST_DIGITS = 15;

/**
 * Reads a file of figures: a line `date,value` or `date,value,vintage` for each observation, in order of date. Without a
 * value it was not published. A later line with the same date and a vintage, the day of publication, revises the figure.
 */
export function parseObservations(
  csv: string,
  { frequency, nowMs }: Circumstances,
): { readonly observations: readonly Observation[]; readonly problems: readonly FiguresProblem[] } {
  const [latest, today] = [periodAt(nowMs, frequency), periodAt(nowMs, "daily")];
  const problems: FiguresProblem[] = [];
  const observations: Observation[] = [];
  let last: { readonly date: string; readonly since: string | undefined } | undefined;
  const check = (line: number, [date = "", value = "", since]: readonly string[], cells: number): boolean => {
    const found =
      cellsProblem(cells) ??
      dateProblem(date, frequency, latest) ??
      valueProblem(value) ??
      vintageProblem(since, today) ??
      orderProblem({ date, since }, last, frequency);
    if (found) problems.push({ line, ...found });
    return !found;
  };
  const rows = csvParseRows(csv);
  const isKnown = COLUMNS.includes(rows[0]?.join(",") ?? "");
  if (!isKnown) {
    const remedy = "write `date,value` or `date,value,vintage` into the first line";
    problems.push({ line: 1, field: undefined, problem: "does not begin with the names of its columns", remedy });
  }
  for (const [index, row] of (isKnown ? rows : []).entries()) {
    if (index === 0) continue;
    if (!check(index + 1, row, row.length)) continue;
    const [date = "", written = "", vintage = ""] = row;
    const value = written === "" ? undefined : Number(written);
    const since = vintage === "" ? undefined : vintage;
    const before = observations.at(-1);
    if (before?.date === date) observations[observations.length - 1] = revised(before, { value, since });
    else observations.push({ date, value, ...(since !== undefined && { vintages: [{ value, since }] }) });
    last = { date, since };
  }
  if (isKnown && problems.length === 0 && !observations.some(({ value }) => value !== undefined)) {
    problems.push({ line: 1, field: undefined, problem: "holds no figure", remedy: "write a line such as 2026-06,85.4" });
  }
  return { observations, problems };
}

function revised({ date, value, vintages = [{ value, since: undefined }] }: Observation, vintage: Vintage): Observation {
  return { date, value: vintage.value, vintages: [...vintages, vintage] };
}

type Found = Omit<FiguresProblem, "line"> | undefined;

function cellsProblem(cells: number): Found {
  if (cells === 2 || cells === 3) return undefined;
  return { field: undefined, problem: `has ${cells} cells`, remedy: "write a date, a comma and a value, perhaps a vintage" };
}

function dateProblem(date: string, frequency: Frequency, latest: string): Found {
  if (!isPeriod(date, frequency)) {
    return {
      field: "date",
      problem: `\`${date}\` is no date of a ${frequency} series`,
      remedy: `write it like ${dateExample(frequency)}`,
    };
  }
  if (date <= latest) return undefined;
  return { field: "date", problem: `\`${date}\` is in the future`, remedy: "remove the line until then" };
}

function valueProblem(value: string): Found {
  if (value === "") return undefined;
  if (PLAIN_NUMBER.test(value)) {
    if (value.length <= MOST_DIGITS || value.replace(/[-.]|^-?0+/g, "").length <= MOST_DIGITS) return undefined;
    return { field: "value", problem: `\`${value}\` has more than ${MOST_DIGITS} digits`, remedy: "round it" };
  }
  return {
    field: "value",
    problem: `\`${value}\` is not a number`,
    remedy: "write digits and a point, such as 1529.46, or nothing where it was not published",
  };
}

function vintageProblem(since: string | undefined, today: string): Found {
  if (since === undefined || since === "") return undefined;
  if (!isPeriod(since, "daily")) {
    return { field: "vintage", problem: `\`${since}\` is no day`, remedy: `write it like ${dateExample("daily")}` };
  }
  if (since <= today) return undefined;
  return { field: "vintage", problem: `\`${since}\` is in the future`, remedy: "remove the line until then" };
}

function orderProblem(
  { date, since }: { readonly date: string; readonly since: string | undefined },
  last: { readonly date: string; readonly since: string | undefined } | undefined,
  frequency: Frequency,
): Found {
  if (!last) return undefined;
  if (date === last.date) {
    if ((since ?? "") > (last.since ?? "")) return undefined;
    const remedy = "remove one line, or write the day on which the later value was published as its vintage";
    return { field: "date", problem: `\`${date}\` stands there twice`, remedy };
  }
  if (date < last.date) {
    return { field: "date", problem: `\`${date}\` comes after \`${last.date}\``, remedy: "put the lines in order of date" };
  }
  if (frequency === "daily" || frequency === "weekly") return undefined;
  const due = nextPeriod(last.date, frequency);
  if (date === due) return undefined;
  return {
    field: "date",
    problem: `\`${date}\` follows \`${last.date}\``,
    remedy: `write the line of ${due} before it: \`${due},\` where it was not published`,
  };
}
