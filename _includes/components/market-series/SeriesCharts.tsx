import { chartRanges } from "../../../src/markets/chart/chart-request.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { periodName } from "../../../src/markets/period.ts";
import { Chart } from "../chart/Chart.tsx";

interface SeriesChartsProps {
  readonly series: MarketSeries;
  readonly language: string;
}

/** The chart of a series over several time ranges. CSS shows the one in the address’s fragment, by default the last. */
export function SeriesCharts({ series, language }: SeriesChartsProps) {
  const ranges = chartRanges(series);
  const { frequency } = series;
  return (
    <div class="chart-ranges">
      {ranges.map(({ id, name, from, to }) => (
        <section class="chart-range" id={id} aria-labelledby={`chart_${id}_heading`}>
          <h2 class="visually-hidden" id={`chart_${id}_heading`}>
            Chart: {name}
          </h2>
          {ranges.length > 1 && (
            <nav aria-label={`Period: now ${name}`}>
              <ul>
                {ranges.map((range) => (
                  <li>
                    <a href={`#${range.id}`} aria-current={range.id === id ? "true" : undefined}>
                      {range.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <Chart
            id={`chart_${id}`}
            language={language}
            request={{
              series: [series],
              from,
              to,
              type: "line",
              rebase: false,
              title: `${series.name}, ${periodName(from, frequency, language)} to ${periodName(to, frequency, language)}`,
              note: undefined,
              annotations: [],
            }}
          />
        </section>
      ))}
    </div>
  );
}
