import { extremesOf } from "../../../src/markets/figures.ts";
import { formatFigure } from "../../../src/markets/format-figure.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { periodName } from "../../../src/markets/period.ts";
import type { Figure } from "../../../src/markets/series.ts";
import { Change } from "../market-figure/Change.tsx";

interface SeriesFactsProps {
  readonly series: MarketSeries;
  readonly language: string;
}

/** The changes, ranges and extremes of a series. */
export function SeriesFacts({ series, language }: SeriesFactsProps) {
  const { onMonth, onYear, range } = series.summary;
  const all = extremesOf(series.observations);
  const dated = ({ date, value }: Figure) =>
    `${formatFigure(value, series.decimals, language)} (${periodName(date, series.frequency, language)})`;
  return (
    <dl class="series-facts">
      <dt>Monthly change</dt>
      <dd>
        <Change series={series} change={onMonth} language={language} withDifference />
      </dd>
      <dt>Annual change</dt>
      <dd>
        <Change series={series} change={onYear} language={language} withDifference />
      </dd>
      <dt>12-month range</dt>
      <dd>
        {dated(range.low)} to {dated(range.high)}
      </dd>
      <dt>Lowest since {periodName(series.observations[0]?.date ?? "", series.frequency, language)}</dt>
      <dd>{dated(all.low)}</dd>
      <dt>Highest</dt>
      <dd>{dated(all.high)}</dd>
    </dl>
  );
}
