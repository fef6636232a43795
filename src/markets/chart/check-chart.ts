import { isFigure, spanOf } from "../figures.ts";
import type { ChartRequest } from "./chart-request.ts";
import { periodChanges } from "./observation-transforms.ts";

/** More lines are hard to tell apart. */
export const MAX_SERIES = 5;

/** Why a chart cannot be drawn, and how to fix it. */
export interface RequestDiagnostic {
  readonly field: "series" | "from" | "rebase" | "type";
  readonly message: string;
  readonly fix: string;
}

/** Checks whether a chart can be drawn; undefined if it can. */
export function checkChart(request: ChartRequest): RequestDiagnostic | undefined {
  return checkSeries(request) ?? checkType(request) ?? checkFigures(request);
}

function checkSeries({ series, rebase }: ChartRequest): RequestDiagnostic | undefined {
  if (series.length === 0) return { field: "series", message: "names none", fix: "name one" };
  if (series.length > MAX_SERIES) {
    return { field: "series", message: `names ${series.length}`, fix: `name at most ${MAX_SERIES}` };
  }
  if (new Set(series.map(({ frequency }) => frequency)).size > 1) {
    return { field: "series", message: "mixes frequencies", fix: "name series of one frequency" };
  }
  if (!rebase && new Set(series.map(({ unit }) => unit)).size > 1) {
    return { field: "series", message: "mixes units", fix: "name series of one unit, or write `rebase: true`" };
  }
  return undefined;
}

function checkType({ series, type, rebase }: ChartRequest): RequestDiagnostic | undefined {
  if (type !== "line" && series.length > 1) {
    return { field: "type", message: `${type} can show only one series`, fix: "write `type: line`, or name one series" };
  }
  if (type === "bars" && rebase) {
    return { field: "rebase", message: "bars are changes already", fix: "remove it, or write `type: line`" };
  }
  return undefined;
}

function checkFigures({ series, type, rebase, from, to }: ChartRequest): RequestDiagnostic | undefined {
  for (const each of series) {
    const span = type === "bars" ? periodChanges(each, from, to) : spanOf(each, from, to);
    const noun = type === "bars" ? "change" : "figure";
    if (!span.some(isFigure)) {
      return { field: "from", message: `${each.name} has no ${noun} between ${from} and ${to}`, fix: "choose other periods" };
    }
    if (rebase && span[0] && !span[0].value) {
      const fix = "start with a period that has one, or write `rebase: false`";
      return { field: "rebase", message: `${each.name} has no figure for ${span[0].date} to be set to 100`, fix };
    }
  }
  const starts = new Set(rebase ? series.map((each) => spanOf(each, from, to)[0]?.date) : []);
  if (starts.size <= 1) return undefined;
  return { field: "rebase", message: "the series start in different periods", fix: "choose a later `from`" };
}
