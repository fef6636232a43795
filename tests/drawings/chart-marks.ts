import { line } from "d3-shape";
import { extremesOf, isFigure } from "../../src/markets/figures.ts";
import { formatFigure } from "../../src/markets/format-figure.ts";
import { shortPeriodName } from "../../src/markets/period.ts";
import type { Figure, Observation } from "../../src/markets/series.ts";
import { element, round } from "../../src/node/media/social-cards/svg.ts";
import type { Plot } from "./chart-plot.ts";
import type { Lettering } from "./lettering.ts";
import { LANGUAGE, PALETTE } from "./palette.ts";

const NOTE_SIZE = 38;
export const END_SIZE = 56;
export const END_GAP = 30;

export interface DrawnLine {
  readonly observations: readonly Observation[];
  readonly colour: string;
  readonly decimals: number;
  /** The colour of its labels, darker than the line for readability. */
  readonly textColour: string;
  /** The label below the last value in a chart of several lines. */
  readonly name?: string;
}

function monthName(month: string): string {
  return shortPeriodName(month, "monthly", LANGUAGE);
}

/** The path of a line, broken at months without a figure. */
export function linePath(observations: readonly Observation[], plot: Plot): string {
  const path = line<Observation>()
    .digits(1)
    .defined(({ value }) => value !== undefined)
    .x(({ date }) => plot.x(date))
    .y(({ value }) => plot.y(value ?? 0));
  return path(observations) ?? "";
}

export function drawLine(drawn: DrawnLine, plot: Plot): string {
  return element("path", {
    d: linePath(drawn.observations, plot),
    fill: "none",
    stroke: drawn.colour,
    "stroke-width": 7.5,
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
  });
}

function dot({ date, value }: Figure, plot: Plot, colour: string, hollow: boolean): string {
  const shape = { cx: plot.x(date), cy: plot.y(value), r: hollow ? 10 : 14, stroke: colour };
  return element("circle", hollow ? { ...shape, fill: PALETTE.paper, "stroke-width": 6 } : { ...shape, fill: colour });
}

/** The label at a line's end: its last value with the series' decimals, and its name or month. */
export function endLabel({ observations, decimals, name }: DrawnLine): { value: string; note: string } {
  const last = observations.findLast(isFigure);
  if (last === undefined) throw new Error("A line needs at least one figure.");
  return { value: formatFigure(last.value, decimals, LANGUAGE), note: name ?? monthName(last.date) };
}

export function drawEnd(drawn: DrawnLine, plot: Plot, lettering: Lettering): string {
  const last = drawn.observations.findLast(isFigure);
  if (last === undefined) return "";
  const { value, note } = endLabel(drawn);
  const x = plot.right + END_GAP;
  const y = Math.min(Math.max(plot.y(last.value) + 8, plot.top + END_SIZE * 0.4), plot.bottom - NOTE_SIZE * 1.3);
  return [
    dot(last, plot, drawn.colour, false),
    lettering.write(value, { x, y, size: END_SIZE, weight: "semibold", fill: drawn.textColour }),
    lettering.write(note, { x, y: y + NOTE_SIZE * 1.22, size: NOTE_SIZE, fill: PALETTE.quiet }),
  ].join("");
}

/** Labels the highest and lowest month above and below the line, except the last month, which has a label of its own. */
export function drawExtremes(drawn: DrawnLine, plot: Plot, lettering: Lettering): string {
  const last = drawn.observations.findLast(isFigure);
  const { low, high } = extremesOf(drawn.observations);
  const extremes = [
    { point: high, below: false },
    { point: low, below: true },
  ];
  return extremes
    .map(({ point, below }) => {
      if (point.date === last?.date) return "";
      return dot(point, plot, drawn.colour, true) + drawExtremeLabel(point, below, drawn, plot, lettering);
    })
    .join("");
}

function drawExtremeLabel(point: Figure, below: boolean, drawn: DrawnLine, plot: Plot, lettering: Lettering): string {
  const figure = formatFigure(point.value, drawn.decimals, LANGUAGE);
  const month = ` ${monthName(point.date)}`;
  const figureWidth = lettering.width(figure, NOTE_SIZE, "semibold");
  const width = figureWidth + lettering.width(month, NOTE_SIZE);
  const rightmost = labelEnd(drawn.observations, plot) - width;
  const x = round(Math.min(Math.max(plot.x(point.date) - width / 2, plot.left), rightmost));
  const y = plot.y(point.value) + (below ? 58 : -32);
  const style = { y, size: NOTE_SIZE, halo: PALETTE.paper };
  return [
    lettering.write(month, { ...style, x: x + figureWidth, fill: PALETTE.quiet }),
    lettering.write(figure, { ...style, x, weight: "semibold" }),
  ].join("");
}

/** Labels stay left of a gap, so that its band is empty. */
function labelEnd(observations: readonly Observation[], plot: Plot): number {
  const gap = observations.find(({ value }) => value === undefined);
  return gap === undefined ? plot.right : plot.x(gap.date) - monthWidth(plot) / 2 - 12;
}

function monthWidth(plot: Plot): number {
  return plot.x("2001-02") - plot.x("2001-01");
}

/** Draws each month without a figure as a pale band with a note beside it. */
export function drawGaps(drawn: DrawnLine, plot: Plot, note: string, lettering: Lettering): string {
  return drawn.observations
    .filter(({ value }) => value === undefined)
    .map(({ date }) => {
      const width = monthWidth(plot);
      const x = plot.x(date) - width / 2;
      const band = element("rect", { x, y: plot.top, width, height: plot.bottom - plot.top, fill: PALETTE.rule });
      const style = { x: x - 22, y: plot.bottom - 74, size: NOTE_SIZE + 2, anchor: "end", halo: PALETTE.paper } as const;
      return band + lettering.write(note, { ...style, weight: "semibold" });
    })
    .join("");
}
