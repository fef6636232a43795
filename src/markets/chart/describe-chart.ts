import { extremesOf, isFigure } from "../figures.ts";
import { periodName } from "../period.ts";
import type { Figure } from "../series.ts";
import type { ChartRequest } from "./chart-request.ts";
import { figureWords } from "./figure-words.ts";
import { type GapRun, gapRuns } from "./gap-runs.ts";
import type { Plotted, PlottedLine } from "./plotted.ts";

const MOST_GAPS = 4;

/** Says in words what a chart shows: what it measures, first, last, lowest and highest figures, gaps, and what is noted. */
export function describeChart(chart: Plotted, { title, annotations }: ChartRequest, language: string): string {
  const { lines, measure, frequency } = chart;
  const notes = annotations.map(({ date, text }) => `${sentence(`${periodName(date, frequency, language)}: ${text}`)}`);
  return [
    `${title}. ${measure}.`,
    ...lines.map((line) => describeLine(line, chart, language)),
    ...lines.flatMap((line) => describeGaps(line, chart, language)),
    ...notes,
  ].join(" ");
}

function describeLine({ name, observations }: PlottedLine, { lines, words, frequency }: Plotted, language: string): string {
  const figures = observations.filter(isFigure);
  const { low, high } = extremesOf(observations);
  const told = ({ value, date }: Figure): string =>
    `${figureWords(value, words, language)} (${periodName(date, frequency, language)})`;
  const [first, last] = [figures.at(0), figures.at(-1)];
  if (!first || !last) throw new Error(`${name} has no figure to be described.`);
  const subject = lines.length > 1 ? `${name}: first` : "First";
  return `${subject} ${told(first)}, last ${told(last)}, lowest ${told(low)}, highest ${told(high)}.`;
}

function describeGaps({ name, observations }: PlottedLine, chart: Plotted, language: string): readonly string[] {
  const runs = gapRuns(observations);
  if (runs.length === 0) return [];
  const named = runs.slice(0, MOST_GAPS).map((run) => runName(run, chart, language));
  const others = runs.length - named.length;
  const all = others > 0 ? [...named, `${others} further ${others === 1 ? "gap" : "gaps"}`] : named;
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(all);
  const verb = runs.length === 1 && runs[0]?.from === runs[0]?.to ? "was" : "were";
  const subject = chart.lines.length > 1 ? `${name}: ${list}` : list;
  return [sentence(`${subject} ${verb} ${chart.words.gap}`)];
}

function runName({ from, to }: GapRun, { frequency }: Plotted, language: string): string {
  const [first, last] = [from, to].map((date) => periodName(date, frequency, language));
  return from === to ? `${first}` : `${first} to ${last}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]$/.test(words) ? "" : "."}`;
}
