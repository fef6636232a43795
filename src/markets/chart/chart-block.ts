import * as z from "zod";
import type { StoryChart } from "../../model/body.ts";
import { seriesAsOf } from "../as-of.ts";
import { latestFigure } from "../figures.ts";
import type { Markets } from "../markets.ts";
import { dateExample, isPeriod } from "../period.ts";
import type { Series } from "../series.ts";
import { CHART_TYPES, type ChartRequest } from "./chart-request.ts";
import { checkChart, MAX_SERIES } from "./check-chart.ts";

const text = z.string().trim().min(1);
const word = text.regex(/^\S+$/, "has a space");
const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const asList = (value: unknown): unknown => (typeof value === "string" ? [value] : value);

/**
 * The schema of a `chart` block in a story.
 *
 * @param ids of the known series; undefined if their own files have errors: then any id is accepted
 */
export function chartBlockSchema(ids: readonly string[] | undefined) {
  const id = ids ? z.enum(ids) : word;
  return z.strictObject({
    series: z
      .preprocess(asList, z.array(id).min(1).max(MAX_SERIES).refine(distinct, "names a series twice"))
      .describe("write the id of a series, such as brent, or a list of up to five"),
    from: word.describe("write the first period, in the date format of the series, or leave it out").optional(),
    to: word.describe("write the last period, in the date format of the series, or leave it out").optional(),
    type: z.enum(CHART_TYPES).default("line"),
    rebase: z.boolean().describe("write true or false, or leave it out").default(false),
    title: text.max(120).describe("write a title of up to 120 characters"),
    note: text.max(240).describe("write a sentence of up to 240 characters, or leave it out").optional(),
    annotations: z
      .array(
        z.strictObject({
          date: word.describe("write a period, in the date format of the series"),
          text: text.max(40).describe("write a few words, up to 40 characters"),
        }),
      )
      .describe("write a list of `date` and `text`, or leave it out")
      .default([]),
  });
}

export type ChartFields = z.infer<ReturnType<typeof chartBlockSchema>>;

/** An error in a chart block that satisfies the schema. */
export interface ChartDiagnostic {
  /** Of the field. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

/** Decides which figures a chart may show. */
interface ChartContext {
  /** When the story was published, epoch ms; undefined for a page that shows the newest figures. */
  readonly knownAtMs: number | undefined;
  /** The edition's clock, epoch ms. */
  readonly asOfMs: number;
}

/**
 * Makes a chart from the fields of a block. Missing dates default to the figures known at publication, so the chart of a
 * published story does not change.
 *
 * @param series those named in the block, in that order, unfiltered
 */
export function storyChart(
  fields: ChartFields,
  series: readonly Series[],
  { knownAtMs, asOfMs }: ChartContext,
): StoryChart | { readonly diagnostics: readonly ChartDiagnostic[] } {
  const known = series.map((each) => seriesAsOf(each, knownAtMs ?? asOfMs));
  const data = dataSpan(known, fields.rebase);
  if (!data) return { diagnostics: [{ path: ["series"], message: "has no figure yet", fix: "remove the chart until then" }] };
  const { from = data.from, to = data.to, note } = fields;
  const chart = { ...fields, from, to, note, knownAtMs };
  const unfit = checkChart({ ...chart, series: known });
  const refused = unfit && { diagnostics: [{ path: [unfit.field], message: unfit.message, fix: unfit.fix }] };
  // Dates cannot be checked against series that do not fit together.
  if (refused && unfit.field === "series") return refused;
  const diagnostics = dateDiagnostics(chart, known, data);
  return diagnostics.length > 0 ? { diagnostics } : (refused ?? chart);
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The span of several series' figures; with a common start, from where the last of them starts. */
function dataSpan(series: readonly Series[], hasCommonStart: boolean): Span | undefined {
  const firsts = series.flatMap(({ observations }) => observations[0]?.date ?? []).sort();
  const to = series
    .flatMap((each) => latestFigure(each)?.date ?? [])
    .sort()
    .at(-1);
  const from = firsts.at(hasCommonStart ? -1 : 0);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function dateDiagnostics(
  { from, to, annotations }: StoryChart,
  series: readonly Series[],
  data: Span,
): readonly ChartDiagnostic[] {
  const frequency = series[0]?.frequency ?? "monthly";
  const annotated = annotations.map(({ date }, index) => ({ path: ["annotations", index, "date"], date }));
  const dates = [{ path: ["from"], date: from }, { path: ["to"], date: to }, ...annotated];
  const malformed = dates.filter(({ date }) => !isPeriod(date, frequency));
  if (malformed.length > 0) {
    const fix = `write it like ${dateExample(frequency)}`;
    return malformed.map(({ path, date }) => ({ path, message: `\`${date}\` is not a date of a ${frequency} series`, fix }));
  }
  const outside = (path: readonly (string | number)[], date: string, { from, to }: Span, what: string): ChartDiagnostic[] => {
    if (date >= from && date <= to) return [];
    return [{ path, message: `\`${date}\` is outside ${what}`, fix: `write a date from ${from} to ${to}` }];
  };
  const ends = [
    ...outside(["from"], from, data, "the figures known at publication"),
    ...outside(["to"], to, data, "the figures known at publication"),
  ];
  if (ends.length > 0) return ends;
  if (from >= to) return [{ path: ["from"], message: `\`${from}\` is not before \`${to}\``, fix: "write an earlier date" }];
  return annotated.flatMap(({ path, date }) => outside(path, date, { from, to }, "the chart"));
}

/** Adds to the chart of a story the series it shows, as known at its publication. */
export function chartRequest({ knownAtMs, ...chart }: StoryChart, markets: Markets): ChartRequest {
  const known = (id: string): Series | undefined => {
    if (knownAtMs === undefined) return markets.series.find((each) => each.id === id);
    const series = markets.unfiltered.get(id);
    return series && seriesAsOf(series, knownAtMs);
  };
  return { ...chart, series: chart.series.flatMap((id) => known(id) ?? []) };
}
