import type { GlobalData } from "../../_includes/page-context.ts";
import type { MarketSeries } from "../markets/markets.ts";
import { seriesDataPath } from "../model/urls.ts";
import { seriesJson } from "../syndication/open-data/series-json.ts";

interface SeriesData extends GlobalData {
  readonly series: MarketSeries;
}

export const data = {
  pagination: { data: "markets.series", size: 1, alias: "series" },
  permalink: ({ series }: SeriesData) => seriesDataPath(series.id, "json"),
  eleventyExcludeFromCollections: true,
};

export default function SeriesJson({ series }: SeriesData): string {
  return seriesJson(series);
}
