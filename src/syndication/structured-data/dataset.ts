import type { DataCatalog, DataDownload, Dataset } from "schema-dts";
import type { MarketSeries } from "../../markets/markets.ts";
import { periodEnd, periodName, periodStart } from "../../markets/period.ts";
import { OPEN_DATA, seriesDataPath, seriesPath } from "../../model/urls.ts";
import type { DescribedPage, Whole } from "./described-page.ts";
import { licenceDeed } from "./licence-deed.ts";
import { publisherId } from "./publication.ts";

/** The forms in which figures can be downloaded. */
const FORMS = [
  { format: "csv", type: "text/csv" },
  { format: "json", type: "application/json" },
] as const;

/** What the page is called that lists all series. */
const CATALOGUE = "Open data";

/** A market series, with what Google recommends of a data set (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
export function dataset(series: MarketSeries, whole: Whole): Dataset {
  const { name, unit, source, method } = series;
  return {
    "@type": "Dataset",
    ...shortDataset(series, whole),
    creator: { "@type": "Organization", name: source.name, url: source.url },
    publisher: publisherId(whole),
    isBasedOn: source.url,
    isAccessibleForFree: true,
    temporalCoverage: coverage(series),
    variableMeasured: { "@type": "PropertyValue", name, unitText: unit },
    measurementTechnique: method,
    includedInDataCatalog: { "@type": "DataCatalog", url: whole.href(OPEN_DATA), name: CATALOGUE },
    distribution: FORMS.map(({ format, type }): DataDownload => {
      return { "@type": "DataDownload", encodingFormat: type, contentUrl: whole.href(seriesDataPath(series.id, format)) };
    }),
  };
}

/** All market series, each by its name and what it holds. */
export function dataCatalog(
  series: readonly MarketSeries[],
  { path, title, description }: DescribedPage,
  whole: Whole,
): DataCatalog {
  return {
    "@type": "DataCatalog",
    url: whole.href(path),
    name: title,
    description,
    inLanguage: whole.site.language,
    publisher: publisherId(whole),
    ...(series.length > 0 && { dataset: series.map((each): Dataset => ({ "@type": "Dataset", ...shortDataset(each, whole) })) }),
  };
}

function shortDataset(series: MarketSeries, { href, site }: Whole) {
  const deed = licenceDeed(series.licence);
  return {
    url: href(seriesPath(series.id)),
    name: series.name,
    description: summary(series, site.language),
    ...(deed && { license: deed }),
  };
}

/** At least the 50 characters that Google wants, whatever the series is called. */
function summary({ name, unit, frequency, source, summary: { latest }, observations }: MarketSeries, language: string): string {
  const first = observations[0]?.date ?? latest.date;
  const span = [first, latest.date].map((date) => periodName(date, frequency, language)).join(" to ");
  return `${name} in ${unit}, ${frequency} figures from ${span}, as published by ${source.name}.`;
}

/** From the first to the last day that has a figure, as an interval of ISO 8601. */
function coverage({ frequency, summary: { latest }, observations }: MarketSeries): string {
  const first = observations[0]?.date ?? latest.date;
  return [periodStart(first, frequency), periodEnd(latest.date, frequency) - 1]
    .map((ms) => new Date(ms).toISOString().slice(0, 10))
    .join("/");
}
