import { scaleLinear } from "d3-scale";
import { figureAt } from "../figures.ts";
import { shortPeriodName } from "../period.ts";
import { type Annotation, annotationsHeightPx, type PlacedAnnotation, placeAnnotations } from "./annotation-labels.ts";
import type { ChartRequest } from "./chart-request.ts";
import { endLabels } from "./end-labels.ts";
import { gapRuns } from "./gap-runs.ts";
import { areaPath, barsPath, linePath, PLOT_SIDE, type Square } from "./line-paths.ts";
import type { Plotted } from "./plotted.ts";
import { type PointMark, pointMarks } from "./point-marks.ts";
import { thinnedIndices } from "./thinned.ts";
import { type TimeTick, timeTicks } from "./time-axis.ts";
import { type TimeScale, timeScale } from "./time-scale.ts";
import { type ValueTick, valueScale, valueTicks } from "./value-axis.ts";

/** A path within the square that is stretched over the plot. */
interface ChartShape {
  readonly kind: "line" | "area" | "rise" | "fall";
  /** Which line of the chart it belongs to, from 0. */
  readonly line: number;
  readonly path: string;
}

/** A chart laid out: across in per cent of its width, whatever that is; down in px. */
export interface ChartDrawing {
  readonly heightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly valueTicks: readonly ValueTick[];
  readonly timeTicks: readonly TimeTick[];
  readonly gaps: readonly { readonly xPercent: number; readonly widthPercent: number }[];
  readonly shapes: readonly ChartShape[];
  /** Of one line its end and its extremes; of several their ends, in the order of the lines. */
  readonly marks: readonly PointMark[];
  readonly annotations: readonly (PlacedAnnotation & { readonly leaderBottomPx: number })[];
  /** Which periods of the chart are drawn: all, or of a long series those that tell its shape. */
  readonly drawn: readonly number[];
  /** The values at the top and at the bottom of the plot. */
  readonly range: readonly [top: number, bottom: number];
}

const PLOT_HEIGHT_PX = 260;
/** Above the plot, for the words at the highest point, and for what a reader asks of the chart. */
const HEAD_PX = 30;
const TIME_AXIS_PX = 26;
const MOST_POINTS = 400;
/** More breaks than that are seen, and not named each. */
const MOST_NAMED_GAPS = 2;

export function drawChart(chart: Plotted, request: Pick<ChartRequest, "annotations">, language: string): ChartDrawing {
  const time = timeScale(chart);
  const placed = placeAnnotations(annotationsOf(chart, request, time, language));
  const topPx = annotationsHeightPx(placed) + HEAD_PX;
  const bottomPx = topPx + PLOT_HEIGHT_PX;
  const y = valueScale(chart, [topPx, bottomPx]);
  const scales = { x: time.at, y };
  const axis = valueTicks(y, chart, language);
  const [bottom = 0, top = 1] = y.domain();
  const drawn = thinnedIndices(
    chart.lines.map(({ values }) => values),
    MOST_POINTS,
  );
  return {
    heightPx: bottomPx + TIME_AXIS_PX,
    topPx,
    bottomPx,
    valueTicks: axis,
    timeTicks: timeTicks(time, chart.frequency, bottomPx, language),
    gaps: gapBands(chart, time),
    shapes: shapesOf(chart, drawn, { time, y: scaleLinear([bottom, top], [PLOT_SIDE, 0]) }),
    marks:
      chart.lines.length === 1
        ? pointMarks(chart, scales, language)
        : endLabels(chart, scales, [topPx - HEAD_PX, bottomPx], language),
    annotations: placed.map((each) => ({ ...each, leaderBottomPx: each.value === undefined ? topPx : y(each.value) })),
    drawn,
    range: [top, bottom],
  };
}

/** What the chart is asked to say of periods, each with its figure, and the few gaps that it names itself. */
function annotationsOf(
  { lines, frequency, words }: Plotted,
  { annotations }: Pick<ChartRequest, "annotations">,
  { at }: TimeScale,
  language: string,
): readonly (Annotation & { readonly value: number | undefined })[] {
  const name = (date: string): string => shortPeriodName(date, frequency, language);
  const [first, ...others] = lines;
  const runs = first && others.length === 0 ? gapRuns(first.observations) : [];
  const gaps = (runs.length <= MOST_NAMED_GAPS ? runs : []).map(({ from, to }) => {
    const text = `${from === to ? name(from) : `${name(from)} to ${name(to)}`}: ${words.gap}`;
    return { xPercent: (at(from) + at(to)) / 2, text, value: undefined };
  });
  const asked = annotations.map(({ date, text }) => {
    return { xPercent: at(date), text: `${name(date)}: ${text}`, value: first && figureAt(first, date)?.value };
  });
  return [...gaps, ...asked];
}

function gapBands({ lines }: Plotted, { at, band }: TimeScale): ChartDrawing["gaps"] {
  const width = (period: string): number => band(period)[1] - band(period)[0];
  return lines.flatMap(({ observations }) =>
    gapRuns(observations).map(({ from, to }) => {
      const [start, end] = [Math.max(0, at(from) - width(from) / 2), Math.min(100, at(to) + width(to) / 2)];
      return { xPercent: start, widthPercent: end - start };
    }),
  );
}

function shapesOf({ lines, type, periods }: Plotted, drawn: readonly number[], square: Square): readonly ChartShape[] {
  const isWhole = drawn.length === periods.length;
  const kept = new Set(isWhole ? [] : drawn.map((index) => periods[index]));
  return lines.flatMap(({ observations: all }, line): ChartShape[] => {
    const observations = isWhole ? all : all.filter(({ date }) => kept.has(date));
    if (type === "bars") {
      return [
        { kind: "rise", line, path: barsPath(observations, 1, square) },
        { kind: "fall", line, path: barsPath(observations, -1, square) },
      ];
    }
    const shape: ChartShape = { kind: "line", line, path: linePath(observations, square) };
    return type === "area" ? [{ kind: "area", line, path: areaPath(observations, square) }, shape] : [shape];
  });
}
