import { isFigure, spanOf } from "../figures.ts";
import type { ChartRequest } from "./chart-request.ts";
import { successiveChanges } from "./successive-changes.ts";

/** More lines cannot be told apart. */
export const MOST_LINES = 5;

/** Why a chart cannot be drawn, and what to do about it. */
export interface ChartFault {
  readonly field: "series" | "from" | "rebase" | "type";
  readonly problem: string;
  readonly remedy: string;
}

/** What is wrong with a chart as it is asked for; undefined where it can be drawn. */
export function chartFault(request: ChartRequest): ChartFault | undefined {
  return seriesFault(request) ?? typeFault(request) ?? figuresFault(request);
}

function seriesFault({ series, rebase }: ChartRequest): ChartFault | undefined {
  if (series.length === 0) return { field: "series", problem: "names none", remedy: "name one" };
  if (series.length > MOST_LINES) {
    return { field: "series", problem: `names ${series.length}`, remedy: `name at most ${MOST_LINES}` };
  }
  if (new Set(series.map(({ frequency }) => frequency)).size > 1) {
    return { field: "series", problem: "mixes frequencies", remedy: "name series that are published equally often" };
  }
  if (!rebase && new Set(series.map(({ unit }) => unit)).size > 1) {
    return { field: "series", problem: "mixes units", remedy: "name series of one unit, or write `rebase: true`" };
  }
  return undefined;
}

function typeFault({ series, type, rebase }: ChartRequest): ChartFault | undefined {
  if (type !== "line" && series.length > 1) {
    return { field: "type", problem: `${type} are drawn of one series`, remedy: "write `type: line`, or name one series" };
  }
  if (type === "bars" && rebase) {
    return { field: "rebase", problem: "bars are changes already", remedy: "remove it, or write `type: line`" };
  }
  return undefined;
}

function figuresFault({ series, type, rebase, from, to }: ChartRequest): ChartFault | undefined {
  for (const each of series) {
    const span = type === "bars" ? successiveChanges(each, from, to) : spanOf(each, from, to);
    const what = type === "bars" ? "change" : "figure";
    if (!span.some(isFigure)) {
      const remedy = "choose other periods";
      return { field: "from", problem: `${each.name} has no ${what} between ${from} and ${to}`, remedy };
    }
    if (rebase && span[0] && !span[0].value) {
      const remedy = "begin with a period that has one, or write `rebase: false`";
      return { field: "rebase", problem: `${each.name} has no figure for ${span[0].date} to be set to 100`, remedy };
    }
  }
  const beginnings = new Set(rebase ? series.map((each) => spanOf(each, from, to)[0]?.date) : []);
  if (beginnings.size <= 1) return undefined;
  return { field: "rebase", problem: "the series begin in different periods", remedy: "choose a later `from`" };
}
