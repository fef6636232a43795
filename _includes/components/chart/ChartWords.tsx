import type { ChartText } from "../../../src/markets/chart/chart-text.ts";
import type { ChartDrawing } from "../../../src/markets/chart/draw-chart.ts";
import { percent, px } from "./lengths.ts";

/** All that is written in a chart. */
export function ChartWords({ drawing: { valueTicks, timeTicks, marks, annotations } }: { drawing: ChartDrawing }) {
  return (
    <>
      {valueTicks.map(({ label }) => (
        <Text words={label} />
      ))}
      {timeTicks.map(({ label }) => label && <Text words={label} />)}
      {annotations.flatMap(({ lines }) => lines.map((line) => <Text words={line} name="chart-annotation" />))}
      {marks.map(
        ({ kind, side, label }, index) =>
          label && (
            <Text words={label} name={kind === "end" ? `chart-end-label ${side} series-${index + 1}` : "chart-extreme-label"} />
          ),
      )}
    </>
  );
}

function Text({ words: { xPercent, shiftPx, yPx, anchor, text, aside }, name }: { words: ChartText; name?: string }) {
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
