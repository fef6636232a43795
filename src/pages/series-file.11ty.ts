import type { GlobalData } from "../../_includes/page-context.ts";
import type { MarketSeries } from "../markets/markets.ts";
import { seriesDataPath } from "../model/urls.ts";
import { seriesCsv } from "../syndication/open-data/series-csv.ts";
import { seriesJson } from "../syndication/open-data/series-json.ts";

const WRITERS = { csv: seriesCsv, json: seriesJson } as const;

interface FileData extends GlobalData {
  readonly file: { readonly series: MarketSeries; readonly format: keyof typeof WRITERS };
}

export const data = {
  pagination: { data: "markets.series", size: 1, alias: "file", before: seriesFiles },
  permalink: ({ file: { series, format } }: FileData) => seriesDataPath(series.id, format),
  eleventyExcludeFromCollections: true,
};

/** Every series in every format. */
function seriesFiles(series: readonly MarketSeries[]): readonly FileData["file"][] {
  return series.flatMap((each) => (["csv", "json"] as const).map((format) => ({ series: each, format })));
}

export default function SeriesFile({ file: { series, format } }: FileData): string {
  return WRITERS[format](series);
}
