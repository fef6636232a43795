import * as z from "zod";
import type { StoryChart } from "../../model/body.ts";
import { seriesAsOf } from "../as-of.ts";
import { latestFigure } from "../figures.ts";
import type { Markets } from "../markets.ts";
import { dateExample, isPeriod } from "../period.ts";
import type { Series } from "../series.ts";
import { chartFault, MOST_LINES } from "./chart-fault.ts";
import { CHART_TYPES, type ChartRequest } from "./chart-request.ts";

const words = z.string().trim().min(1);
const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const asList = (value: unknown): unknown => (typeof value === "string" ? [value] : value);

/**
 * What a story writes to have a chart.
 *
 * @param ids of the series that there are; undefined where they are not known, because their own files are faulty
 */
export function chartBlockSchema(ids: readonly string[] | undefined) {
  const id = ids ? z.enum(ids) : words;
  return z.strictObject({
    series: z.preprocess(asList, z.array(id).min(1).max(MOST_LINES).refine(distinct, "names a series twice")),
    from: words.optional(),
    to: words.optional(),
    type: z.enum(CHART_TYPES).default("line"),
    rebase: z.boolean().default(false),
    title: words.max(120),
    note: words.max(240).optional(),
    annotations: z.array(z.strictObject({ date: words, text: words.max(40) })).default([]),
  });
}

export type ChartFields = z.infer<ReturnType<typeof chartBlockSchema>>;

/** What is wrong with a chart whose fields are all as they should be. */
export interface ChartProblem {
  /** The field. */
  readonly path: readonly (string | number)[];
  readonly problem: string;
  readonly remedy: string;
}

/** Until when a chart may know its figures. */
interface Knowledge {
  /** When the story was published, in milliseconds since 1970; undefined for a page that shows the newest figures. */
  readonly knownAtMs: number | undefined;
  /** The edition's clock, in milliseconds since 1970. */
  readonly asOfMs: number;
}

/**
 * Makes a chart of what a story has written. Without dates it has all figures that were known at publication, so that
 * it stays as it was published.
 *
 * @param series those named, in that order, with every figure
 */
export function storyChart(
  fields: ChartFields,
  series: readonly Series[],
  { knownAtMs, asOfMs }: Knowledge,
): StoryChart | { readonly problems: readonly ChartProblem[] } {
  const known = series.map((each) => seriesAsOf(each, knownAtMs ?? asOfMs));
  const data = dataSpan(known, fields.rebase);
  if (!data) return { problems: [{ path: ["series"], problem: "has no figure yet", remedy: "leave the chart out until then" }] };
  const { from = data.from, to = data.to, note } = fields;
  const chart = { ...fields, from, to, note, knownAtMs };
  const fault = chartFault({ ...chart, series: known });
  const unfit = fault && { problems: [{ path: [fault.field], problem: fault.problem, remedy: fault.remedy }] };
  // Dates mean nothing across series that do not go together.
  if (unfit && fault.field === "series") return unfit;
  const problems = dateProblems(chart, known, data);
  return problems.length > 0 ? { problems } : (unfit ?? chart);
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** From the first to the last figure of several series; where they begin together, from where all of them have begun. */
function dataSpan(series: readonly Series[], isTogether: boolean): Span | undefined {
  const firsts = series.flatMap(({ observations }) => observations[0]?.date ?? []).sort();
  const to = series
    .flatMap((each) => latestFigure(each)?.date ?? [])
    .sort()
    .at(-1);
  const from = firsts.at(isTogether ? -1 : 0);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function dateProblems({ from, to, annotations }: StoryChart, series: readonly Series[], data: Span): readonly ChartProblem[] {
  const frequency = series[0]?.frequency ?? "monthly";
  const noted = annotations.map(({ date }, index) => ({ path: ["annotations", index, "date"], date }));
  const dates = [{ path: ["from"], date: from }, { path: ["to"], date: to }, ...noted];
  const misshapen = dates.filter(({ date }) => !isPeriod(date, frequency));
  if (misshapen.length > 0) {
    const remedy = `write it like ${dateExample(frequency)}`;
    return misshapen.map(({ path, date }) => ({ path, problem: `\`${date}\` is no date of a ${frequency} series`, remedy }));
  }
  const outside = (path: readonly (string | number)[], date: string, { from, to }: Span, what: string): ChartProblem[] => {
    if (date >= from && date <= to) return [];
    return [{ path, problem: `\`${date}\` is outside ${what}`, remedy: `write a date from ${from} to ${to}` }];
  };
  const ends = [
    ...outside(["from"], from, data, "the figures known at publication"),
    ...outside(["to"], to, data, "the figures known at publication"),
  ];
  if (ends.length > 0) return ends;
  if (from >= to) return [{ path: ["from"], problem: `\`${from}\` is not before \`${to}\``, remedy: "write an earlier date" }];
  return noted.flatMap(({ path, date }) => outside(path, date, { from, to }, "the chart"));
}

/** The chart of a story with the figures that it may know. */
export function chartRequest({ knownAtMs, ...chart }: StoryChart, markets: Markets): ChartRequest {
  const known = (id: string): Series | undefined => {
    if (knownAtMs === undefined) return markets.series.find((each) => each.id === id);
    const series = markets.eventually.get(id);
    return series && seriesAsOf(series, knownAtMs);
  };
  return { ...chart, series: chart.series.flatMap((id) => known(id) ?? []) };
}
