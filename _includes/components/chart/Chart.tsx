import type { ChartRequest } from "../../../src/markets/chart/chart-request.ts";
import { chartTable } from "../../../src/markets/chart/chart-table.ts";
import { describeChart } from "../../../src/markets/chart/describe-chart.ts";
import { drawChart } from "../../../src/markets/chart/draw-chart.ts";
import { plotted } from "../../../src/markets/chart/plotted.ts";
import { ChartDetails } from "./ChartDetails.tsx";
import { ChartPlot } from "./ChartPlot.tsx";
import { readingData } from "./reading-data.ts";

interface ChartProps {
  readonly request: ChartRequest;
  readonly language: string;
  /** What the ids within begin with. */
  readonly id: string;
}

/** A chart drawn at build time, with its title, source and note, and its figures as a table. */
export function Chart({ request, language, id }: ChartProps) {
  const chart = plotted(request, language);
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
      <market-chart {...readingData(chart, drawing)} data-title={request.title}>
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
