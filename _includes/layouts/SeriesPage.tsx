import { formatFigure } from "../../src/markets/format-figure.ts";
import type { MarketSeries } from "../../src/markets/markets.ts";
import { periodName } from "../../src/markets/period.ts";
import type { Article } from "../../src/model/article.ts";
import { OPEN_DATA } from "../../src/model/fixed-pages.ts";
import type { Section } from "../../src/model/site.ts";
import { MARKET_DATA, seriesDataPath } from "../../src/model/urls.ts";
import { AsOf } from "../components/market-figure/AsOf.tsx";
import { Change } from "../components/market-figure/Change.tsx";
import { ObservationTable } from "../components/market-series/ObservationTable.tsx";
import { SeriesCharts } from "../components/market-series/SeriesCharts.tsx";
import { SeriesFacts } from "../components/market-series/SeriesFacts.tsx";
import { ArticleCard } from "../components/story-card/ArticleCard.tsx";
import type { PageContext } from "../page-context.ts";
import { Page } from "./Page.tsx";

interface SeriesPageProps {
  readonly series: MarketSeries;
  /** The stories that mention the series, newest first. */
  readonly articles: readonly Article[];
  /** The section with the market board; undefined where the publication has none. */
  readonly section: Section | undefined;
  readonly context: PageContext;
}

/** The page of a market series: its latest figure, charts, observations and source. */
export function SeriesPage({ series, articles, section, context }: SeriesPageProps) {
  const { name, method } = series;
  const { language } = context.site;
  return (
    <Page
      context={context}
      title={name}
      description={describe(series, language)}
      crumbs={section ? [{ name: section.name, path: MARKET_DATA }] : []}
      subject={{ kind: "series", series }}
      {...(section && { section: section.id })}
    >
      <SeriesHead series={series} context={context} />
      <SeriesCharts series={series} language={language} />
      <section class="block" aria-labelledby="in_figures">
        <h2 id="in_figures">In figures</h2>
        <SeriesFacts series={series} language={language} />
      </section>
      <SeriesStories articles={articles} context={context} />
      <section class="block series-table" aria-labelledby="all_figures">
        <h2 id="all_figures">All figures</h2>
        <ObservationTable series={series} language={language} />
      </section>
      <section class="block series-method" aria-labelledby="method">
        <h2 id="method">Methodology</h2>
        <p>{method}</p>
        <Source series={series} context={context} />
      </section>
    </Page>
  );
}

function SeriesHead({ series, context }: Pick<SeriesPageProps, "series" | "context">) {
  const { name, unit, decimals, summary } = series;
  const { language } = context.site;
  return (
    <header class="series-head">
      <h1>{name}</h1>
      <p class="series-latest">
        {formatFigure(summary.latest.value, decimals, language)} <span class="series-unit">{unit}</span>{" "}
        <Change series={series} change={summary.onMonth} language={language} withDifference />
      </p>
      <p class="series-source">
        <AsOf series={series} language={language} /> · Source: <a href={series.source.url}>{series.source.name}</a> ·{" "}
        <a href={context.href(seriesDataPath(series.id, "csv"))}>CSV</a> ·{" "}
        <a href={context.href(seriesDataPath(series.id, "json"))}>JSON</a>
      </p>
    </header>
  );
}

function SeriesStories({ articles, context }: Pick<SeriesPageProps, "articles" | "context">) {
  if (articles.length === 0) return null;
  return (
    <section class="block" aria-labelledby="stories">
      <h2 id="stories">Related stories</h2>
      <div class="cards-grid few">
        {articles.map((article) => (
          <ArticleCard article={article} context={context} headingLevel={3} standfirst={false} />
        ))}
      </div>
    </section>
  );
}

function Source({ series: { source, licence, frequency }, context: { href } }: Pick<SeriesPageProps, "series" | "context">) {
  return (
    <p>
      Published {FREQUENCY_WORDS[frequency]} by <a href={source.url}>{source.name}</a>. Licence: {licence}.{" "}
      <a href={href(OPEN_DATA)}>Download all series</a>.
    </p>
  );
}

const FREQUENCY_WORDS: Readonly<Record<MarketSeries["frequency"], string>> = {
  daily: "every day",
  weekly: "every week",
  monthly: "every month",
  quarterly: "every quarter",
  annual: "every year",
};

function describe({ name, unit, decimals, frequency, summary: { latest }, source }: MarketSeries, language: string): string {
  const figure = formatFigure(latest.value, decimals, language);
  return `${name}: ${figure} ${unit} in ${periodName(latest.date, frequency, language)}. Chart, figures and data from ${source.name}.`;
}
