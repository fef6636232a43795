import type { Change as ChangeFigures } from "../../../src/markets/figures.ts";
import { formatFigure } from "../../../src/markets/format-figure.ts";
import type { MarketSeries, Markets } from "../../../src/markets/markets.ts";
import { GROUPS } from "../../../src/markets/series.ts";
import { seriesPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { Sparkline } from "../chart/Sparkline.tsx";
import { AsOf } from "../market-figure/AsOf.tsx";
import { Change } from "../market-figure/Change.tsx";

/** A table for each group of series: latest figures, changes, 12-month ranges and dates. */
export function MarketBoard({ markets, context }: { markets: Markets; context: PageContext }) {
  return (
    <div class="market-board">
      {GROUPS.map(({ id, name }) => {
        const series = markets.series.filter(({ group }) => group === id);
        return series.length > 0 && <GroupTable name={name} series={series} context={context} />;
      })}
    </div>
  );
}

interface GroupTableProps {
  readonly name: string;
  readonly series: readonly MarketSeries[];
  readonly context: PageContext;
}

function GroupTable({ name, series, context }: GroupTableProps) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={name}>
      <table data-sortable>
        <caption>
          <h2>{name}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col" class="number">
              Latest
            </th>
            <th scope="col" class="number">
              Monthly change
            </th>
            <th scope="col" class="number">
              Annual change
            </th>
            <th scope="col" class="number">
              12-month range
            </th>
            <td class="board-line quiet">12 months</td>
            <th scope="col">As of</th>
          </tr>
        </thead>
        <tbody>
          {series.map((each) => (
            <SeriesRow series={each} context={context} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SeriesRow({ series, context: { href, site } }: { series: MarketSeries; context: PageContext }) {
  const { id, name, unit, decimals } = series;
  const { latest, onMonth, onYear, lastYear, range } = series.summary;
  const { language } = site;
  const figure = (value: number) => formatFigure(value, decimals, language);
  return (
    <tr>
      <th scope="row" data-value={name}>
        <a href={href(seriesPath(id))}>{name}</a>
        <span class="board-unit">{unit}</span>
      </th>
      <td class="number" data-value={latest.value}>
        {figure(latest.value)}
      </td>
      <ChangeCell series={series} change={onMonth} language={language} />
      <ChangeCell series={series} change={onYear} language={language} />
      <td class="number" data-value={range.high.value - range.low.value}>
        {figure(range.low.value)} – {figure(range.high.value)}
      </td>
      <td class="board-line">
        <Sparkline observations={lastYear} />
      </td>
      <td data-value={latest.date}>
        <AsOf series={series} language={language} length="short" />
      </td>
    </tr>
  );
}

interface ChangeCellProps {
  readonly series: MarketSeries;
  readonly change: ChangeFigures | undefined;
  readonly language: string;
}

/** Sorts by the relative change: per cent, or basis points for rates. */
function ChangeCell({ series, change, language }: ChangeCellProps) {
  return (
    <td class="number" data-value={change?.relative}>
      <Change series={series} change={change} language={language} withDifference />
    </td>
  );
}
