import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { chartBlockSchema, storyChart } from "../../../markets/chart/chart-block.ts";
import type { StoryChart } from "../../../model/body.ts";
import type { FigureDesk } from "../bound-figures/bind-figures.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import type { MarkdownProblem } from "./check-markdown.ts";

const INFO = "chart";

/** The charts of a parsed body, by the tokens that they stand in, and all that is wrong with them. */
export function readCharts(
  tokens: readonly Token[],
  desk: FigureDesk,
): { readonly charts: ReadonlyMap<Token, StoryChart>; readonly problems: readonly MarkdownProblem[] } {
  const charts = new Map<Token, StoryChart>();
  const problems: MarkdownProblem[] = [];
  for (const token of tokens) {
    if (token.type !== "fence") continue;
    const line = (token.map?.[0] ?? 0) + 1;
    const problem = fenceProblem(token);
    if (problem) problems.push({ line, ...problem });
    if (problem || token.info.trim() !== INFO) continue;
    const chart = readChart(token.content, line, desk);
    if (chart && "problems" in chart) problems.push(...chart.problems);
    else if (chart) charts.set(token, chart);
  }
  return { charts, problems };
}

function fenceProblem({ info, level }: Token): Pick<MarkdownProblem, "problem" | "remedy"> | undefined {
  const name = info.trim();
  if (name !== INFO) {
    if (nearest(name.toLowerCase(), [INFO]) === undefined) return undefined;
    return { problem: `has a block \`${name}\`, which is not known`, remedy: `write \`\`\`${INFO}` };
  }
  if (level === 0) return undefined;
  return { problem: "has a chart within a list or quotation", remedy: "begin it at the left margin, between two paragraphs" };
}

interface Refused {
  readonly problems: readonly MarkdownProblem[];
}

/** Undefined where the series are not known, and the chart cannot be judged further. */
function readChart(yaml: string, fenceLine: number, desk: FigureDesk): StoryChart | Refused | undefined {
  const parsed = parseYaml({ file: "", text: yaml, linesBefore: fenceLine }, schemaOf(desk.series));
  const at = (path: readonly (string | number)[]): string => [INFO, ...path].join(".");
  if ("faults" in parsed) {
    const problems = parsed.faults.map(({ line = fenceLine, field, problem, remedy }) => {
      return { line, field: at(field === undefined ? [] : [field]), problem, remedy };
    });
    return { problems };
  }
  const { value, lineOf } = parsed;
  if (!desk.series) return undefined;
  const series = value.series.flatMap((id) => desk.series?.get(id) ?? []);
  const chart = storyChart(value, series, desk);
  if (!("problems" in chart)) return chart;
  return { problems: chart.problems.map(({ path, ...words }) => ({ line: lineOf(path), field: at(path), ...words })) };
}

type Schema = ReturnType<typeof chartBlockSchema>;

/** Making a schema takes longer than reading a chart by it. */
const schemas = new WeakMap<object, Schema>();

function schemaOf(series: FigureDesk["series"]): Schema {
  if (!series) return chartBlockSchema(undefined);
  const schema = schemas.get(series) ?? chartBlockSchema([...series.keys()]);
  schemas.set(series, schema);
  return schema;
}
