import { isFigure } from "../../../src/markets/figures.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { shortPeriodName } from "../../../src/markets/period.ts";
import { seriesDataPath, seriesPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";

interface SeriesFilesProps {
  readonly series: readonly MarketSeries[];
  readonly context: PageContext;
}

/** A table of all series with links to their files. */
export function SeriesFiles({ series, context }: SeriesFilesProps) {
  return (
    <section class="table-scroll" tabindex={0} aria-label="All series">
      <table class="series-files">
        <thead>
          <tr>
            <th scope="col">Series</th>
            <th scope="col">Files</th>
            <th scope="col">Frequency</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" class="number">
              Figures
            </th>
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

const FORMATS = ["csv", "json"] as const;

function SeriesRow({ series, context: { href, site } }: { series: MarketSeries; context: PageContext }) {
  const { id, name, unit, frequency, summary } = series;
  const figures = series.observations.filter(isFigure);
  const period = (date: string) => shortPeriodName(date, frequency, site.language);
  return (
    <tr>
      <th scope="row">
        <a href={href(seriesPath(id))}>{name}</a>
        <span class="quiet">{unit}</span>
      </th>
      <td>
        {FORMATS.map((format) => (
          <a href={href(seriesDataPath(id, format))} aria-label={`${name} as ${format.toUpperCase()}`}>
            {format.toUpperCase()}
          </a>
        ))}
      </td>
      <td>{frequency}</td>
      <td>{period(figures[0]?.date ?? summary.latest.date)}</td>
      <td>{period(summary.latest.date)}</td>
      <td class="number">{figures.length.toLocaleString(site.language)}</td>
    </tr>
  );
}
