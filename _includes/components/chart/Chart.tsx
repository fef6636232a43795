import type { HTMLAttributes } from "preact";
import { type ChartModel, chartModel } from "../../../src/markets/chart/chart-model.ts";
import type { ChartRequest } from "../../../src/markets/chart/chart-request.ts";
import { type ChartTable, chartTable } from "../../../src/markets/chart/chart-table.ts";
import { describeChart } from "../../../src/markets/chart/describe-chart.ts";
import { type ChartDrawing, drawChart } from "../../../src/markets/chart/draw-chart.ts";
import { roundTo } from "../../../src/markets/figures.ts";
import { ChartPlot } from "./ChartPlot.tsx";

interface ChartProps {
  readonly request: ChartRequest;
  readonly language: string;
  /** Also the prefix of the ids within. */
  readonly id: string;
}

/** A chart as static SVG with its title, source, note and data table. */
export function Chart({ request, language, id }: ChartProps) {
  const chart = chartModel(request, language);
  const drawing = drawChart(chart, request, language);
  const sources = [...new Set(request.series.map(({ source }) => source.name))];
  return (
    <figure class="chart" id={id}>
      <figcaption>
        <span class="chart-title" id={`${id}_title`}>
          {request.title}
        </span>{" "}
        <span class="chart-measure">{chart.measure}</span>
      </figcaption>
      <market-chart {...readoutData(chart, drawing)} data-title={request.title}>
        <ChartPlot chart={chart} drawing={drawing} description={describeChart(chart, request, language)} />
      </market-chart>
      {request.note !== undefined && <p class="chart-note">{request.note}</p>}
      <p class="chart-source">
        {sources.length === 1 ? "Source" : "Sources"}: {sources.join("; ")}
      </p>
      <ChartDetails table={chartTable(chart, language)} chart={chart} request={request} id={id} />
    </figure>
  );
}

interface ChartDetailsProps {
  readonly table: ChartTable;
  readonly chart: ChartModel;
  readonly request: ChartRequest;
  readonly id: string;
}

/** The figures of a chart as a collapsed table. */
function ChartDetails({ table: { rows, isWhole }, chart: { lines, measure }, request: { title }, id }: ChartDetailsProps) {
  return (
    <details class="chart-details">
      <summary>View as table</summary>
      <section class="table-scroll" tabindex={0} aria-labelledby={`${id}_caption`}>
        <table>
          <caption id={`${id}_caption`}>
            {title}. {measure}
            {!isWhole && ": the last figure of each year, and the latest"}
          </caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {lines.map(({ name }) => (
                <th scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ period, cells }) => (
              <tr>
                <th scope="row">{period}</th>
                {cells.map((cell) => (
                  <td class="number">{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** The attributes of `<market-chart>` that its script reads: the figures, the names of the lines, and the value format. */
export function readoutData(
  chart: ChartModel,
  { drawn, range, topPx, bottomPx }: ChartDrawing,
): Readonly<Record<`data-${string}`, string>> {
  const { lines, periods, format, frequency, type } = chart;
  const figure = (value: number | undefined): string => (value === undefined ? "" : String(roundTo(value, format.decimals)));
  return {
    // 2026-05,107.14,98.2;2026-06,85.4,  where a gap is empty
    "data-figures": drawn.map((index) => [periods[index], ...lines.map(({ values }) => figure(values[index]))].join()).join(";"),
    "data-names": lines.map(({ name }) => name).join(";"),
    "data-words": JSON.stringify({ ...format, frequency, type, range, plot: [topPx, bottomPx] }),
  };
}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      /** A chart that a script makes explorable, with the attributes of `readoutData`. */
      "market-chart": HTMLAttributes<HTMLElement> & Readonly<Record<`data-${string}`, string | number | boolean | undefined>>;
    }
  }
}
