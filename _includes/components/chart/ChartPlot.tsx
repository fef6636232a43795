import { GUTTER_PX } from "../../../src/markets/chart/chart-text.ts";
import type { ChartDrawing } from "../../../src/markets/chart/draw-chart.ts";
import { PLOT_SIDE } from "../../../src/markets/chart/line-paths.ts";
import type { Plotted } from "../../../src/markets/chart/plotted.ts";
import { ChartWords } from "./ChartWords.tsx";
import { percent, px } from "./lengths.ts";

interface ChartPlotProps {
  readonly chart: Plotted;
  readonly drawing: ChartDrawing;
  /** What a sighted reader sees. */
  readonly description: string;
}

/**
 * The drawing itself. Its height is fixed and its width is the column’s: words keep their size, at places that are parts
 * of the width, and only the lines, in a drawing of their own, are stretched.
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
      <ChartWords drawing={drawing} />
      {chart.type !== "bars" && <Dots drawing={drawing} />}
    </svg>
  );
}

/** More points than that lie close together, and want a thinner line. */
const DENSE_POINTS = 150;

function plotClass({ lines }: Plotted, { drawn }: ChartDrawing): string {
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
      viewBox={`0 0 ${PLOT_SIDE} ${PLOT_SIDE}`}
      preserveAspectRatio="none"
    >
      {shapes.map(
        ({ kind, line, path }) => path && <path class={`chart-${shapeClass(kind, chart)} series-${line + 1}`} d={path} />,
      )}
    </svg>
  );
}

/** What a change means for those whom it concerns has its colour. */
function shapeClass(kind: ChartDrawing["shapes"][number]["kind"], { rise }: Plotted): string {
  if (kind === "line" || kind === "area") return kind;
  if (rise === "neither") return "bars";
  return (kind === "rise") === (rise === "good") ? "bars gain" : "bars loss";
}

function Leaders({ drawing: { annotations } }: Pick<ChartPlotProps, "drawing">) {
  return annotations.map(({ xPercent, leaderTopPx, leaderBottomPx }) => (
    <line class="chart-leader" x1={percent(xPercent)} x2={percent(xPercent)} y1={px(leaderTopPx)} y2={px(leaderBottomPx)} />
  ));
}

/** The dots at the ends of lines and at extremes, over all words. */
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
