import { rebaseTo100 } from "../../src/markets/chart/observation-transforms.ts";
import { spanOf } from "../../src/markets/figures.ts";
import type { Series } from "../../src/markets/series.ts";
import { type DrawnLine, drawEnd, drawExtremes, drawGaps, drawLine, END_GAP, END_SIZE, endLabel } from "./chart-marks.ts";
import { drawValueAxis, drawYears, layOutPlot } from "./chart-plot.ts";
import { Lettering, type Typeface } from "./lettering.ts";
import { FRAME, PALETTE } from "./palette.ts";
import { picture } from "./shapes.ts";

const NOTE_SIZE = 38;
const INDEX_DECIMALS = 1;

interface ChartLine {
  readonly series: string;
  readonly colour: string;
  readonly textColour: string;
  readonly name?: string;
}

export interface ChartDrawing {
  /** The series drawn, by id, each with its colours and, where there is more than one, its name. */
  readonly lines: readonly ChartLine[];
  /** First and last month, YYYY-MM. */
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly description: string;
  /** Starts the value axis at zero, for quantities that can fall to zero; not for rates and indices. */
  readonly fromZero?: boolean;
  /** Sets every series to 100 in the first month. */
  readonly rebased?: boolean;
  /** The note beside a month without a figure. */
  readonly gapNote?: string;
}

/**
 * A line chart of one or more series.
 *
 * @throws Error for an unknown series
 */
export function drawLineChart(chart: ChartDrawing, figures: ReadonlyMap<string, Series>, typeface: Typeface): string {
  const lettering = new Lettering(typeface);
  const drawn = chart.lines.map((line) => drawnLine(line, chart, figures));
  const endWidth = Math.max(...drawn.map((line) => labelWidth(line, lettering))) + END_GAP;
  const request = {
    observations: drawn.flatMap(({ observations }) => observations),
    endWidth,
    fromZero: chart.fromZero ?? false,
  };
  const plot = layOutPlot({ ...request, from: chart.from, to: chart.to }, lettering);
  const body = [
    ...(chart.gapNote === undefined ? [] : drawn.map((line) => drawGaps(line, plot, chart.gapNote ?? "", lettering))),
    drawValueAxis(plot, lettering, chart.rebased ? 100 : undefined),
    drawYears(plot, lettering, chart.from, chart.to),
    ...drawn.map((line) => drawLine(line, plot)),
    ...(drawn.length === 1 ? drawn.map((line) => drawExtremes(line, plot, lettering)) : []),
    ...drawn.map((line) => drawEnd(line, plot, lettering)),
    drawTexts(chart, sourceName(chart, figures), lettering),
  ];
  return picture(PALETTE.paper, lettering.definitions(), ...body);
}

function drawnLine(line: ChartLine, chart: ChartDrawing, figures: ReadonlyMap<string, Series>): DrawnLine {
  const series = seriesOf(line.series, figures);
  const months = spanOf(series, chart.from, chart.to);
  const { series: _, ...look } = line;
  return chart.rebased
    ? { ...look, observations: rebaseTo100(months), decimals: INDEX_DECIMALS }
    : { ...look, observations: months, decimals: series.decimals };
}

function seriesOf(id: string, figures: ReadonlyMap<string, Series>): Series {
  const found = figures.get(id);
  if (found === undefined) throw new Error(`No series "${id}"; name one of ${[...figures.keys()].join(", ")}.`);
  return found;
}

function labelWidth(line: DrawnLine, lettering: Lettering): number {
  const { value, note } = endLabel(line);
  return Math.max(lettering.width(value, END_SIZE, "semibold"), lettering.width(note, NOTE_SIZE));
}

function sourceName(chart: ChartDrawing, figures: ReadonlyMap<string, Series>): string {
  const names = chart.lines.map(({ series }) => seriesOf(series, figures).source.name);
  return [...new Set(names)].join("; ");
}

function drawTexts({ unit, description }: ChartDrawing, source: string, lettering: Lettering): string {
  const x = FRAME.margin;
  return [
    lettering.write(unit, { x, y: 98, size: 50, weight: "semibold" }),
    lettering.write(description, { x, y: 154, size: 40, fill: PALETTE.quiet }),
    lettering.write(`Source: ${source}`, { x, y: 862, size: 34, fill: PALETTE.quiet }),
  ].join("");
}
