import type { ChartModel } from "../../../src/markets/chart/chart-model.ts";
import type { ChartDrawing } from "../../../src/markets/chart/draw-chart.ts";
import { type ChartLabel, GUTTER_PX } from "../../../src/markets/chart/label-layout.ts";
import { PLOT_VIEWBOX_SIZE } from "../../../src/markets/chart/paths.ts";

interface ChartPlotProps {
  readonly chart: ChartModel;
  readonly drawing: ChartDrawing;
  /** The text alternative. */
  readonly description: string;
}

/**
 * The SVG of a chart. Its height is fixed and its width is the column’s: labels keep their size at positions in per cent,
 * and only the lines, in a nested SVG, are stretched.
 */
export function ChartPlot({ chart, drawing, description }: ChartPlotProps) {
  return (
    <svg class={plotClass(chart, drawing)} width="100%" height={px(drawing.heightPx)} role="img" aria-label={description}>
      {drawing.gaps.map(({ xPercent, widthPercent }) => (
        <rect
          class="chart-gap"
          x={percent(xPercent)}
          width={percent(widthPercent)}
          y={px(drawing.topPx)}
          height={px(drawing.bottomPx - drawing.topPx)}
        />
      ))}
      <Axes drawing={drawing} />
      <Shapes chart={chart} drawing={drawing} />
      <Leaders drawing={drawing} />
      <ChartLabels drawing={drawing} />
      {chart.type !== "bars" && <Dots drawing={drawing} />}
    </svg>
  );
}

/** More points need a thinner line. */
const DENSE_POINTS = 150;

function plotClass({ lines }: ChartModel, { drawn }: ChartDrawing): string {
  return `chart-plot${lines.length > 1 ? " several" : ""}${drawn.length > DENSE_POINTS ? " dense" : ""}`;
}

function Axes({ drawing: { valueTicks, timeTicks, bottomPx } }: { drawing: ChartDrawing }) {
  return (
    <>
      {valueTicks.map(({ yPx, isBase }) => (
        <line class={isBase ? "chart-base" : "chart-grid"} x1={-GUTTER_PX} x2="100%" y1={px(yPx)} y2={px(yPx)} />
      ))}
      <line class="chart-base" x1="0" x2="100%" y1={px(bottomPx)} y2={px(bottomPx)} />
      {timeTicks.map(({ xPercent }) => (
        <line class="chart-base" x1={percent(xPercent)} x2={percent(xPercent)} y1={px(bottomPx)} y2={px(bottomPx + TICK_PX)} />
      ))}
    </>
  );
}

const TICK_PX = 5;

function Shapes({ chart, drawing: { shapes, topPx, bottomPx } }: Pick<ChartPlotProps, "chart" | "drawing">) {
  const [top, height] = [px(topPx), px(bottomPx - topPx)];
  return (
    <svg
      aria-hidden="true"
      x="0"
      y={top}
      width="100%"
      height={height}
      viewBox={`0 0 ${PLOT_VIEWBOX_SIZE} ${PLOT_VIEWBOX_SIZE}`}
      preserveAspectRatio="none"
    >
      {shapes.map(
        ({ kind, line, path }) => path && <path class={`chart-${shapeClass(kind, chart)} series-${line + 1}`} d={path} />,
      )}
    </svg>
  );
}

/** Bars are coloured by whether a rise of the series is good news. */
function shapeClass(kind: ChartDrawing["shapes"][number]["kind"], { rise }: ChartModel): string {
  if (kind === "line" || kind === "area") return kind;
  if (rise === "neither") return "bars";
  return (kind === "rise") === (rise === "good") ? "bars gain" : "bars loss";
}

function Leaders({ drawing: { annotations } }: Pick<ChartPlotProps, "drawing">) {
  return annotations.map(({ xPercent, leaderTopPx, leaderBottomPx }) => (
    <line class="chart-leader" x1={percent(xPercent)} x2={percent(xPercent)} y1={px(leaderTopPx)} y2={px(leaderBottomPx)} />
  ));
}

/** The dots at line ends and extremes, above all labels. */
function Dots({ drawing: { marks } }: Pick<ChartPlotProps, "drawing">) {
  return marks.map(({ kind, xPercent, yPx }, index) => (
    <circle
      class={`chart-${kind} series-${kind === "end" ? index + 1 : 1}`}
      cx={percent(xPercent)}
      cy={px(yPx)}
      r={kind === "end" ? 4 : 3}
    />
  ));
}

/** All text of a chart. */
function ChartLabels({ drawing: { valueTicks, timeTicks, marks, annotations } }: { drawing: ChartDrawing }) {
  return (
    <>
      {valueTicks.map(({ label }) => (
        <Text label={label} />
      ))}
      {timeTicks.map(({ label }) => label && <Text label={label} />)}
      {annotations.flatMap(({ lines }) => lines.map((line) => <Text label={line} name="chart-annotation" />))}
      {marks.map(
        ({ kind, side, label }, index) =>
          label && (
            <Text label={label} name={kind === "end" ? `chart-end-label ${side} series-${index + 1}` : "chart-extreme-label"} />
          ),
      )}
    </>
  );
}

function Text({ label: { xPercent, shiftPx, yPx, anchor, text, aside }, name }: { label: ChartLabel; name?: string }) {
  return (
    <text
      class={name}
      x={percent(xPercent)}
      y={px(yPx)}
      dx={shiftPx || undefined}
      text-anchor={anchor === "start" ? undefined : anchor}
    >
      {text}
      {aside !== undefined && <tspan class="chart-aside"> {aside}</tspan>}
    </text>
  );
}

/** A share of the width as an SVG length. */
function percent(value: number): string {
  return `${px(value)}%`;
}

/** Rounds to a hundredth to keep pages small. */
function px(value: number): number {
  return Math.round(value * 100) / 100;
}
