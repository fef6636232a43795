import { extremesOf, isFigure } from "../figures.ts";
import { periodName } from "../period.ts";
import type { Figure } from "../series.ts";
import type { ChartLine, ChartModel } from "./chart-model.ts";
import type { ChartRequest } from "./chart-request.ts";
import { findGaps, type Gap } from "./observation-transforms.ts";
import { formatValue } from "./value-format.ts";

const MAX_LISTED_GAPS = 4;

/** The text alternative of a chart: its measure; first, last, lowest and highest figures; gaps; annotations. */
export function describeChart(chart: ChartModel, { title, annotations }: ChartRequest, language: string): string {
  const { lines, measure, frequency } = chart;
  const notes = annotations.map(({ date, text }) => `${sentence(`${periodName(date, frequency, language)}: ${text}`)}`);
  return [
    `${title}. ${measure}.`,
    ...lines.map((line) => describeLine(line, chart, language)),
    ...lines.flatMap((line) => describeGaps(line, chart, language)),
    ...notes,
  ].join(" ");
}

function describeLine({ name, observations }: ChartLine, { lines, format, frequency }: ChartModel, language: string): string {
  const figures = observations.filter(isFigure);
  const { low, high } = extremesOf(observations);
  const dated = ({ value, date }: Figure): string =>
    `${formatValue(value, format, language)} (${periodName(date, frequency, language)})`;
  const [first, last] = [figures.at(0), figures.at(-1)];
  if (!first || !last) throw new Error(`${name} has no figure to describe.`);
  const subject = lines.length > 1 ? `${name}: first` : "First";
  return `${subject} ${dated(first)}, last ${dated(last)}, lowest ${dated(low)}, highest ${dated(high)}.`;
}

function describeGaps({ name, observations }: ChartLine, chart: ChartModel, language: string): readonly string[] {
  const gaps = findGaps(observations);
  if (gaps.length === 0) return [];
  const listed = gaps.slice(0, MAX_LISTED_GAPS).map((gap) => gapName(gap, chart, language));
  const others = gaps.length - listed.length;
  const all = others > 0 ? [...listed, `${others} further ${others === 1 ? "gap" : "gaps"}`] : listed;
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(all);
  const verb = gaps.length === 1 && gaps[0]?.from === gaps[0]?.to ? "was" : "were";
  const subject = chart.lines.length > 1 ? `${name}: ${list}` : list;
  return [sentence(`${subject} ${verb} ${chart.format.gap}`)];
}

function gapName({ from, to }: Gap, { frequency }: ChartModel, language: string): string {
  const [first, last] = [from, to].map((date) => periodName(date, frequency, language));
  return from === to ? `${first}` : `${first} to ${last}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? "" : "."}`;
}
