import { extent } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { formatFigure } from "../../src/markets/format-figure.ts";
import type { Observation } from "../../src/markets/series.ts";
import { element } from "../../src/node/media/social-cards/svg.ts";
import type { Lettering } from "./lettering.ts";
import { FRAME, LANGUAGE, PALETTE } from "./palette.ts";

const TOP = 222;
const BOTTOM = 742;
const LABEL_SIZE = 40;
const LABEL_GAP = 26;
const MAX_TICKS = 4;
/** A gridline closer to the time axis would blur with it. */
const AXIS_CLEARANCE = 34;
/** Padding above the highest and below the lowest point for their labels, as a share of the range. */
const HEADROOM = 0.14;
const FOOTROOM = 0.2;

interface Tick {
  readonly value: number;
  readonly label: string;
}

/** The scales and edges of a plot, in the picture's units. */
export interface Plot {
  readonly x: (month: string) => number;
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly Tick[];
}

export interface PlotRequest {
  readonly observations: readonly Observation[];
  readonly from: string;
  readonly to: string;
  readonly fromZero: boolean;
  /** The width at the right for the labels at the lines' ends. */
  readonly endWidth: number;
}

/** Lays out the axes. Values start just below the lowest figure, or at zero. */
export function layOutPlot(request: PlotRequest, lettering: Lettering): Plot {
  const [lowest = 0, highest = 1] = extent(request.observations, ({ value }) => value);
  const distance = highest - lowest;
  const floor = request.fromZero ? 0 : lowest - distance * FOOTROOM;
  const y = scaleLinear([floor, highest + distance * HEADROOM], [BOTTOM, TOP]);
  const ticks = valueTicks(y);
  const left = FRAME.margin + Math.max(...ticks.map(({ label }) => lettering.width(label, LABEL_SIZE))) + LABEL_GAP;
  const right = FRAME.width - FRAME.margin - request.endWidth;
  const months = scaleLinear([monthNumber(request.from), monthNumber(request.to)], [left + 10, right]);
  return { x: (month) => months(monthNumber(month)), y, left, right, top: TOP, bottom: BOTTOM, ticks };
}

/** Ticks at round values, labelled with as many decimals as distinguish them. */
function valueTicks(y: ScaleLinear<number, number>): Tick[] {
  const ticks = y.ticks(MAX_TICKS);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks
    .filter((tick) => tick === 0 || y(tick) < BOTTOM - AXIS_CLEARANCE)
    .map((value) => ({ value, label: formatFigure(value, decimals, LANGUAGE) }));
}

/** Gridlines with their values on the left. */
export function drawValueAxis(plot: Plot, lettering: Lettering, strongValue: number | undefined): string {
  return plot.ticks
    .map(({ value, label }) => {
      const y = plot.y(value);
      const strong = value === strongValue;
      const stroke = strong ? PALETTE.quiet : PALETTE.rule;
      const text = lettering.write(label, {
        x: plot.left - LABEL_GAP,
        y: y + LABEL_SIZE * 0.35,
        size: LABEL_SIZE,
        anchor: "end",
        fill: strong ? PALETTE.ink : PALETTE.quiet,
      });
      return (
        element("path", { d: `M${plot.left.toFixed(1)} ${y.toFixed(1)}H${plot.right.toFixed(1)}`, stroke, "stroke-width": 3 }) +
        text
      );
    })
    .join("");
}

/** The time axis at the bottom: a tick at each January, each year centred below its months. */
export function drawYears(plot: Plot, lettering: Lettering, from: string, to: string): string {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const first = year === Number(from.slice(0, 4)) ? plot.left : plot.x(`${year}-01`);
    const last = year === Number(to.slice(0, 4)) ? plot.right : plot.x(`${year + 1}-01`);
    if (first > plot.left)
      years.push(element("path", { d: `M${first.toFixed(1)} ${plot.bottom}v18`, stroke: PALETTE.ink, "stroke-width": 3 }));
    const label = String(year);
    if (last - first < lettering.width(label, LABEL_SIZE) * 1.2) continue;
    const x = (first + last) / 2;
    years.push(lettering.write(label, { x, y: plot.bottom + 54, size: LABEL_SIZE, anchor: "middle", fill: PALETTE.quiet }));
  }
  const axis = `M${plot.left.toFixed(1)} ${plot.bottom}H${plot.right.toFixed(1)}`;
  return element("path", { d: axis, stroke: PALETTE.ink, "stroke-width": 3 }) + years.join("");
}

/** The count of months since year 0, so that all months are equally wide. Takes YYYY-MM. */
function monthNumber(month: string): number {
  const [year, ordinal] = month.split("-").map(Number);
  if (year === undefined || ordinal === undefined) throw new Error(`"${month}" is not a month; write YYYY-MM.`);
  return year * 12 + ordinal - 1;
}
