import { changeBetween, isFigure } from "../../../src/markets/figures.ts";
import { formatFigure, formatRelative } from "../../../src/markets/format-figure.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { type ObservationRow, observationRows, rowId } from "../../../src/markets/observation-rows.ts";
import { periodName } from "../../../src/markets/period.ts";

interface ObservationTableProps {
  readonly series: MarketSeries;
  readonly language: string;
}

/** The observations of a series, newest first; a long series is abridged. */
export function ObservationTable({ series, language }: ObservationTableProps) {
  const { rows, isWhole } = observationRows(series.observations);
  const missing = series.observations.length - rows.length;
  return (
    <>
      {!isWhole && (
        <p class="quiet">
          The latest figures, and the last one of each earlier year. The other {missing.toLocaleString(language)} are in the CSV
          file.
        </p>
      )}
      <section class="table-scroll" tabindex={0} aria-label={`All figures: ${series.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" class="number">
                {series.unit}
              </th>
              <th scope="col" class="number">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} series={series} language={language} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ row: { observation, before }, series, language }: ObservationTableProps & { row: ObservationRow }) {
  const { unit, decimals, frequency } = series;
  const first = observation.vintages?.[0]?.value;
  return (
    <tr id={rowId(observation.date)}>
      <th scope="row">{periodName(observation.date, frequency, language)}</th>
      {isFigure(observation) ? (
        <td class="number">
          {formatFigure(observation.value, decimals, language)}
          {observation.vintages && (
            <span class="revised"> revised{first !== undefined && `, first ${formatFigure(first, decimals, language)}`}</span>
          )}
        </td>
      ) : (
        <td class="number quiet">not published</td>
      )}
      <td class="number">
        {before && isFigure(observation) ? formatRelative(changeBetween(unit, before, observation), language) : ""}
      </td>
    </tr>
  );
}
