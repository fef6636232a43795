import type { GlobalData } from "../../_includes/page-context.ts";
import type { MarketSeries } from "../markets/markets.ts";
import { seriesDataPath } from "../model/urls.ts";
import { seriesCsv } from "../syndication/open-data/series-csv.ts";

interface SeriesData extends GlobalData {
  readonly series: MarketSeries;
}

export const data = {
  pagination: { data: "markets.series", size: 1, alias: "series" },
  permalink: ({ series }: SeriesData) => seriesDataPath(series.id, "csv"),
  eleventyExcludeFromCollections: true,
};

export default function SeriesCsv({ series }: SeriesData): string {
  return seriesCsv(series);
}
