import type { DataCatalog, DataDownload, Dataset } from "schema-dts";
import type { MarketSeries } from "../../markets/markets.ts";
import { periodEnd, periodName, periodStart } from "../../markets/period.ts";
import { FIXED_PAGES, OPEN_DATA } from "../../model/fixed-pages.ts";
import { seriesDataPath, seriesPath } from "../../model/urls.ts";
import { licenceUrl } from "../licences.ts";
import type { PageMetadata, SiteContext } from "./page-metadata.ts";
import { publisherId } from "./publisher.ts";

/** The formats in which a series can be downloaded. */
const FORMATS = [
  { format: "csv", type: "text/csv" },
  { format: "json", type: "application/json" },
] as const;

/** A market series, with what Google recommends for a dataset (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
export function dataset(series: MarketSeries, context: SiteContext): Dataset {
  const { name, unit, source, method } = series;
  return {
    "@type": "Dataset",
    ...datasetSummary(series, context),
    creator: { "@type": "Organization", name: source.name, url: source.url },
    publisher: publisherId(context),
    isBasedOn: source.url,
    isAccessibleForFree: true,
    temporalCoverage: coverage(series),
    variableMeasured: { "@type": "PropertyValue", name, unitText: unit },
    measurementTechnique: method,
    includedInDataCatalog: { "@type": "DataCatalog", url: context.href(OPEN_DATA), name: FIXED_PAGES.openData.name },
    distribution: FORMATS.map(({ format, type }): DataDownload => {
      return { "@type": "DataDownload", encodingFormat: type, contentUrl: context.href(seriesDataPath(series.id, format)) };
    }),
  };
}

/** All market series, each with its name and description. */
export function dataCatalog(
  series: readonly MarketSeries[],
  { path, title, description }: PageMetadata,
  context: SiteContext,
): DataCatalog {
  return {
    "@type": "DataCatalog",
    url: context.href(path),
    name: title,
    description,
    inLanguage: context.site.language,
    publisher: publisherId(context),
    ...(series.length > 0 && {
      dataset: series.map((each): Dataset => ({ "@type": "Dataset", ...datasetSummary(each, context) })),
    }),
  };
}

function datasetSummary(series: MarketSeries, { href, site }: SiteContext) {
  const license = licenceUrl(series.licence);
  return {
    url: href(seriesPath(series.id)),
    name: series.name,
    description: describe(series, site.language),
    ...(license && { license }),
  };
}

/** At least the 50 characters that Google requires, whatever the series is called. */
function describe({ name, unit, frequency, source, summary: { latest }, observations }: MarketSeries, language: string): string {
  const first = observations[0]?.date ?? latest.date;
  const span = [first, latest.date].map((date) => periodName(date, frequency, language)).join(" to ");
  return `${name} in ${unit}, ${frequency} figures from ${span}, as published by ${source.name}.`;
}

/** From the first to the last day with a figure, as an ISO 8601 interval. */
function coverage({ frequency, summary: { latest }, observations }: MarketSeries): string {
  const first = observations[0]?.date ?? latest.date;
  return [periodStart(first, frequency), periodEnd(latest.date, frequency) - 1]
    .map((ms) => new Date(ms).toISOString().slice(0, 10))
    .join("/");
}
