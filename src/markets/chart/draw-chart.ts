import { scaleLinear } from "d3-scale";
import { figureAt } from "../figures.ts";
import { shortPeriodName } from "../period.ts";
import { type Annotation, annotationsHeightPx, type PlacedAnnotation, placeAnnotations } from "./annotation-labels.ts";
import type { ChartModel } from "./chart-model.ts";
import type { ChartRequest } from "./chart-request.ts";
import { findGaps } from "./observation-transforms.ts";
import { areaPath, barsPath, downsampledIndices, linePath, PLOT_VIEWBOX_SIZE, type PlotScales } from "./paths.ts";
import { endMarks, type PointMark, pointMarks } from "./point-marks.ts";
import { type TimeScale, type TimeTick, timeScale, timeTicks } from "./time-axis.ts";
import { type ValueTick, valueScale, valueTicks } from "./value-axis.ts";

/** A path in the square viewBox that is stretched over the plot. */
interface ChartShape {
  readonly kind: "line" | "area" | "rise" | "fall";
  /** The index of its line in the chart. */
  readonly line: number;
  readonly path: string;
}

/** The layout of a chart: horizontally in per cent of its width, vertically in px. */
export interface ChartDrawing {
  readonly heightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly valueTicks: readonly ValueTick[];
  readonly timeTicks: readonly TimeTick[];
  readonly gaps: readonly { readonly xPercent: number; readonly widthPercent: number }[];
  readonly shapes: readonly ChartShape[];
  /** End and extremes of a single line; of several lines the ends, in the order of the lines. */
  readonly marks: readonly PointMark[];
  readonly annotations: readonly (PlacedAnnotation & { readonly leaderBottomPx: number })[];
  /** The indices of the periods drawn; fewer than all in a long series, which is downsampled. */
  readonly drawn: readonly number[];
  /** The values at the top and at the bottom of the plot. */
  readonly range: readonly [top: number, bottom: number];
}

const PLOT_HEIGHT_PX = 260;
/** Space above the plot for the label of the highest point and for the readout. */
const HEAD_PX = 30;
const TIME_AXIS_PX = 26;
const MAX_POINTS = 400;
/** More gaps are shown, but not labelled. */
const MAX_ANNOTATED_GAPS = 2;

/** Lays out a chart. */
export function drawChart(chart: ChartModel, request: Pick<ChartRequest, "annotations">, language: string): ChartDrawing {
  const time = timeScale(chart);
  const placed = placeAnnotations(annotationsOf(chart, request, time, language));
  const topPx = annotationsHeightPx(placed) + HEAD_PX;
  const bottomPx = topPx + PLOT_HEIGHT_PX;
  const y = valueScale(chart, [topPx, bottomPx]);
  const scales = { x: time.at, y };
  const [bottom = 0, top = 1] = y.domain();
  const drawn = downsampledIndices(
    chart.lines.map(({ values }) => values),
    MAX_POINTS,
  );
  return {
    heightPx: bottomPx + TIME_AXIS_PX,
    topPx,
    bottomPx,
    valueTicks: valueTicks(y, chart, language),
    timeTicks: timeTicks(time, chart.frequency, bottomPx, language),
    gaps: gapBands(chart, time),
    shapes: shapesOf(chart, drawn, { time, y: scaleLinear([bottom, top], [PLOT_VIEWBOX_SIZE, 0]) }),
    marks:
      chart.lines.length === 1
        ? pointMarks(chart, scales, language)
        : endMarks(chart, scales, [topPx - HEAD_PX, bottomPx], language),
    annotations: placed.map((each) => ({ ...each, leaderBottomPx: each.value === undefined ? topPx : y(each.value) })),
    drawn,
    range: [top, bottom],
  };
}

/** The annotations requested, each with its figure, and labels for the gaps of a single line if there are few. */
function annotationsOf(
  { lines, frequency, format }: ChartModel,
  { annotations }: Pick<ChartRequest, "annotations">,
  { at }: TimeScale,
  language: string,
): readonly (Annotation & { readonly value: number | undefined })[] {
  const name = (date: string): string => shortPeriodName(date, frequency, language);
  const [first, ...others] = lines;
  const gaps = first && others.length === 0 ? findGaps(first.observations) : [];
  const gapNotes = (gaps.length <= MAX_ANNOTATED_GAPS ? gaps : []).map(({ from, to }) => {
    const text = `${from === to ? name(from) : `${name(from)} to ${name(to)}`}: ${format.gap}`;
    return { xPercent: (at(from) + at(to)) / 2, text, value: undefined };
  });
  const requested = annotations.map(({ date, text }) => {
    return { xPercent: at(date), text: `${name(date)}: ${text}`, value: first && figureAt(first, date)?.value };
  });
  return [...gapNotes, ...requested];
}

function gapBands({ lines }: ChartModel, { at, band }: TimeScale): ChartDrawing["gaps"] {
  const width = (period: string): number => band(period)[1] - band(period)[0];
  return lines.flatMap(({ observations }) =>
    findGaps(observations).map(({ from, to }) => {
      const [start, end] = [Math.max(0, at(from) - width(from) / 2), Math.min(100, at(to) + width(to) / 2)];
      return { xPercent: start, widthPercent: end - start };
    }),
  );
}

function shapesOf({ lines, type, periods }: ChartModel, drawn: readonly number[], scales: PlotScales): readonly ChartShape[] {
  const isWhole = drawn.length === periods.length;
  const drawnPeriods = new Set(isWhole ? [] : drawn.map((index) => periods[index]));
  return lines.flatMap(({ observations: all }, line): ChartShape[] => {
    const observations = isWhole ? all : all.filter(({ date }) => drawnPeriods.has(date));
    if (type === "bars") {
      return [
        { kind: "rise", line, path: barsPath(observations, 1, scales) },
        { kind: "fall", line, path: barsPath(observations, -1, scales) },
      ];
    }
    const shape: ChartShape = { kind: "line", line, path: linePath(observations, scales) };
    return type === "area" ? [{ kind: "area", line, path: areaPath(observations, scales) }, shape] : [shape];
  });
}
