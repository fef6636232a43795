import type { ChartRequest } from "../../../src/markets/chart/chart-request.ts";
import type { ChartTable } from "../../../src/markets/chart/chart-table.ts";
import type { Plotted } from "../../../src/markets/chart/plotted.ts";

interface ChartDetailsProps {
  readonly table: ChartTable;
  readonly chart: Plotted;
  readonly request: ChartRequest;
  readonly id: string;
}

/** The figures of a chart as a table, for those who want them one by one. */
export function ChartDetails({ table: { rows, isWhole }, chart: { lines, measure }, request: { title }, id }: ChartDetailsProps) {
  return (
    <details class="chart-details">
      <summary>Read as a table</summary>
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
