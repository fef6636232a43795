import type { MarketSeries } from "../../../src/markets/markets.ts";
import { periodName } from "../../../src/markets/period.ts";
import type { Site } from "../../../src/model/site.ts";
import { hrefAbsolute, seriesDataPath } from "../../../src/model/urls.ts";
import { openLicence } from "../../../src/syndication/licences.ts";
import { SCHEMA_VERSION } from "../../../src/syndication/open-data/series-json.ts";

interface DataTermsProps {
  readonly series: readonly MarketSeries[];
  readonly site: Site;
}

/** Licences, citation, and what will not change. */
export function DataTerms({ series, site }: DataTermsProps) {
  const [first] = series;
  return (
    <>
      {first && (
        <>
          <h2>Licence and citation</h2>
          <Licences series={series} />
          <Citation series={first} site={site} />
        </>
      )}
      <h2>Stability</h2>
      <p>
        The files of a series keep their addresses for as long as we publish it, and no other series ever gets them. When a figure
        is added or revised, the whole file is replaced.
      </p>
      <p>
        JSON files have a <code>schemaVersion</code>, now {SCHEMA_VERSION}. It increases when a field changes its meaning or is
        removed, not when one is added. Read CSV columns by name: <code>date</code> and <code>value</code> stay, and others may be
        added.
      </p>
    </>
  );
}

function Licences({ series }: Pick<DataTermsProps, "series">) {
  const licences = Map.groupBy(series, ({ licence }) => licence);
  return (
    <ul>
      {[...licences].map(([licence, under]) => {
        const path = openLicence(licence)?.path;
        return (
          <li>
            {under.length === series.length ? "All series" : under.map(({ name }) => name).join(", ")}:{" "}
            {path === undefined ? licence : <a href={path}>{licence}</a>}
          </li>
        );
      })}
    </ul>
  );
}

function Citation({ series, site: { name, address, language } }: { series: MarketSeries; site: Site }) {
  const { id, source, frequency, summary } = series;
  const from = address === undefined ? name : hrefAbsolute(address)(seriesDataPath(id, "csv"));
  return (
    <p>
      Please cite the source, the series with its latest date, and where you got it, for example: “{source.name}: {series.name},
      to {periodName(summary.latest.date, frequency, language)}, from {from}”.
    </p>
  );
}
