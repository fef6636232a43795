import { csvParseRows } from "d3-dsv";
import { dateExample, type Frequency, isPeriod, nextPeriod, periodAt } from "./period.ts";
import type { Observation, Vintage } from "./series.ts";

/** An error in a CSV of figures. */
export interface FiguresDiagnostic {
  /** Counted from 1. */
  readonly line: number;
  readonly field: "date" | "value" | "vintage" | undefined;
  readonly message: string;
  readonly fix: string;
}

interface ParseContext {
  readonly frequency: Frequency;
  /** Periods that begin later are rejected; epoch ms. */
  readonly nowMs: number;
}

const COLUMNS = ["date,value", "date,value,vintage"];
/** A number in a CSV: digits and a decimal point, no grouping, no exponent. */
export const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Significant digits that a double represents exactly. */
const MAX_DIGITS = 15;

/**
 * Parses a CSV of figures: one line `date,value` or `date,value,vintage` for each observation, in order of date. An empty
 * value means not published. Another line with the same date revises the figure; its vintage is the day of publication.
 */
export function parseObservations(
  csv: string,
  { frequency, nowMs }: ParseContext,
): { readonly observations: readonly Observation[]; readonly diagnostics: readonly FiguresDiagnostic[] } {
  const [latest, today] = [periodAt(nowMs, frequency), periodAt(nowMs, "daily")];
  const diagnostics: FiguresDiagnostic[] = [];
  const observations: Observation[] = [];
  let last: { readonly date: string; readonly since: string | undefined } | undefined;
  const isValid = (line: number, [date = "", value = "", since]: readonly string[], cells: number): boolean => {
    const found =
      checkCells(cells) ??
      checkDate(date, frequency, latest) ??
      checkValue(value) ??
      checkVintage(since, today) ??
      checkOrder({ date, since }, last, frequency);
    if (found) diagnostics.push({ line, ...found });
    return !found;
  };
  const rows = csvParseRows(csv);
  const hasHeader = COLUMNS.includes(rows[0]?.join(",") ?? "");
  if (!hasHeader) {
    const fix = "write `date,value` or `date,value,vintage` into the first line";
    diagnostics.push({ line: 1, field: undefined, message: "does not start with its column names", fix });
  }
  for (const [index, row] of (hasHeader ? rows : []).entries()) {
    if (index === 0) continue;
    if (!isValid(index + 1, row, row.length)) continue;
    const [date = "", digits = "", vintage = ""] = row;
    const value = digits === "" ? undefined : Number(digits);
    const since = vintage === "" ? undefined : vintage;
    const before = observations.at(-1);
    if (before?.date === date) observations[observations.length - 1] = revised(before, { value, since });
    else observations.push({ date, value, ...(since !== undefined && { vintages: [{ value, since }] }) });
    last = { date, since };
  }
  if (hasHeader && diagnostics.length === 0 && !observations.some(({ value }) => value !== undefined)) {
    diagnostics.push({ line: 1, field: undefined, message: "has no figures", fix: "write a line such as 2026-06,85.4" });
  }
  return { observations, diagnostics };
}

function revised({ date, value, vintages = [{ value, since: undefined }] }: Observation, vintage: Vintage): Observation {
  return { date, value: vintage.value, vintages: [...vintages, vintage] };
}

type LineDiagnostic = Omit<FiguresDiagnostic, "line"> | undefined;

function checkCells(cells: number): LineDiagnostic {
  if (cells === 2 || cells === 3) return undefined;
  return { field: undefined, message: `has ${cells} cells`, fix: "write a date, a comma and a value, then optionally a vintage" };
}

function checkDate(date: string, frequency: Frequency, latest: string): LineDiagnostic {
  if (!isPeriod(date, frequency)) {
    return {
      field: "date",
      message: `\`${date}\` is not a date of a ${frequency} series`,
      fix: `write it like ${dateExample(frequency)}`,
    };
  }
  if (date <= latest) return undefined;
  return { field: "date", message: `\`${date}\` is in the future`, fix: "remove the line until then" };
}

function checkValue(value: string): LineDiagnostic {
  if (value === "") return undefined;
  if (PLAIN_NUMBER.test(value)) {
    if (value.length <= MAX_DIGITS || value.replace(/[-.]|^-?0+/g, "").length <= MAX_DIGITS) return undefined;
    return { field: "value", message: `\`${value}\` has more than ${MAX_DIGITS} digits`, fix: "round it" };
  }
  return {
    field: "value",
    message: `\`${value}\` is not a number`,
    fix: "write digits and a point, such as 1529.46, or nothing where it was not published",
  };
}

function checkVintage(since: string | undefined, today: string): LineDiagnostic {
  if (since === undefined || since === "") return undefined;
  if (!isPeriod(since, "daily")) {
    return { field: "vintage", message: `\`${since}\` is not a day`, fix: `write it like ${dateExample("daily")}` };
  }
  if (since <= today) return undefined;
  return { field: "vintage", message: `\`${since}\` is in the future`, fix: "remove the line until then" };
}

function checkOrder(
  { date, since }: { readonly date: string; readonly since: string | undefined },
  last: { readonly date: string; readonly since: string | undefined } | undefined,
  frequency: Frequency,
): LineDiagnostic {
  if (!last) return undefined;
  if (date === last.date) {
    if ((since ?? "") > (last.since ?? "")) return undefined;
    const fix = "remove one line, or write the day on which the later value was published as its vintage";
    return { field: "date", message: `\`${date}\` appears twice`, fix };
  }
  if (date < last.date) {
    return { field: "date", message: `\`${date}\` comes after \`${last.date}\``, fix: "put the lines in order of date" };
  }
  if (frequency === "daily" || frequency === "weekly") return undefined;
  const due = nextPeriod(last.date, frequency);
  if (date === due) return undefined;
  return {
    field: "date",
    message: `\`${date}\` follows \`${last.date}\``,
    fix: `write the line of ${due} before it: \`${due},\` where it was not published`,
  };
}
