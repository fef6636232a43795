import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { type ChartDiagnostic, type ChartFields, chartBlockSchema, storyChart } from "../../../markets/chart/chart-block.ts";
import type { StoryChart } from "../../../model/body.ts";
import type { FigureContext } from "../bound-figures/bind-figures.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { MarkdownDiagnostic } from "./check-markdown.ts";
import { readPlainText } from "./plain-text.ts";

const INFO = "chart";

/** Parses the chart blocks of a body into charts by their tokens, and diagnostics. */
export function readCharts(
  tokens: readonly Token[],
  context: FigureContext,
): { readonly charts: ReadonlyMap<Token, StoryChart>; readonly diagnostics: readonly MarkdownDiagnostic[] } {
  const charts = new Map<Token, StoryChart>();
  const diagnostics: MarkdownDiagnostic[] = [];
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const line = (token.map?.[0] ?? 0) + 1;
    const diagnostic = checkFence(token);
    if (diagnostic) diagnostics.push({ line, ...diagnostic });
    if (diagnostic || token.info.trim() !== INFO) continue;
    const chart = readChart(token.content, line, context);
    if (chart && "diagnostics" in chart) diagnostics.push(...chart.diagnostics);
    else if (chart) charts.set(token, chart);
  }
  return { charts, diagnostics };
}

function checkFence({ info, level }: Token): Pick<MarkdownDiagnostic, "message" | "fix"> | undefined {
  const name = info.trim();
  if (name !== INFO) {
    if (nearest(name.toLowerCase(), [INFO]) === undefined) return undefined;
    return { message: `has a block \`${name}\`, which is not known`, fix: `write \`\`\`${INFO}` };
  }
  if (level === 0) return undefined;
  return { message: "has a chart within a list or quotation", fix: "start it at the left margin, between two paragraphs" };
}

interface InvalidChart {
  readonly diagnostics: readonly MarkdownDiagnostic[];
}

/** Undefined if the series are not known, so that the chart cannot be checked further. */
function readChart(yaml: string, fenceLine: number, context: FigureContext): StoryChart | InvalidChart | undefined {
  const parsed = parseYaml({ file: "", text: yaml, linesBefore: fenceLine }, schemaOf(context.series));
  const at = (path: readonly (string | number)[]): string => [INFO, ...path].join(".");
  if ("diagnostics" in parsed) {
    const diagnostics = parsed.diagnostics.map(({ line = fenceLine, field, message, fix }) => {
      return { line, field: at(field === undefined ? [] : [field]), message, fix };
    });
    return { diagnostics };
  }
  const { value, lineOf } = parsed;
  if (!context.series) return undefined;
  const series = value.series.flatMap((id) => context.series?.get(id) ?? []);
  const errors: ChartDiagnostic[] = [];
  const chart = storyChart(withPlainTexts(value, context.language, errors), series, context);
  if ("diagnostics" in chart) errors.push(...chart.diagnostics);
  else if (errors.length === 0) return chart;
  return { diagnostics: errors.map(({ path, ...text }) => ({ line: lineOf(path), field: at(path), ...text })) };
}

/** Reads the texts of a chart, in which markup is an error. */
function withPlainTexts(fields: ChartFields, language: string, errors: ChartDiagnostic[]): ChartFields {
  const plain = (source: string, ...path: readonly (string | number)[]): string => {
    const read = readPlainText(source, language);
    errors.push(...read.errors.map((error) => ({ path, ...error })));
    return read.text;
  };
  return {
    ...fields,
    title: plain(fields.title, "title"),
    note: fields.note === undefined ? undefined : plain(fields.note, "note"),
    annotations: fields.annotations.map(({ date, text }, index) => ({ date, text: plain(text, "annotations", index, "text") })),
  };
}

type Schema = ReturnType<typeof chartBlockSchema>;

/** Memoized: creating a schema takes longer than parsing a chart with it. */
const schemas = new WeakMap<object, Schema>();

function schemaOf(series: FigureContext["series"]): Schema {
  if (!series) return chartBlockSchema(undefined);
  const schema = schemas.get(series) ?? chartBlockSchema([...series.keys()]);
  schemas.set(series, schema);
  return schema;
}
