import { SeriesPage } from "../../_includes/layouts/SeriesPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { MarketSeries } from "../markets/markets.ts";
import { MARKET_DATA, sectionPath, seriesPath } from "../model/urls.ts";

interface SeriesData extends GlobalData {
  readonly series: MarketSeries;
}

export const data = {
  pagination: { data: "markets.series", size: 1, alias: "series" },
  permalink: ({ series }: SeriesData) => seriesPath(series.id),
  eleventyExcludeFromCollections: true,
};

const MAX_STORIES = 6;

export default function Series(global: SeriesData) {
  const { series, site, catalog } = global;
  const articles = catalog.articles.filter((article) => article.series?.includes(series.id)).slice(0, MAX_STORIES);
  const section = site.sections.find(({ id }) => sectionPath(id) === MARKET_DATA);
  return (
    <SeriesPage series={series} articles={articles} section={section} context={pageContext(global, seriesPath(series.id))} />
  );
}
