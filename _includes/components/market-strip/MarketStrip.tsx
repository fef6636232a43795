import { formatFigure } from "../../../src/markets/format-figure.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { shortPeriodName } from "../../../src/markets/period.ts";
import { seriesPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { Sparkline } from "../chart/Sparkline.tsx";
import { AsOf } from "../market-figure/AsOf.tsx";
import { Change } from "../market-figure/Change.tsx";

/** The strip of latest figures on every page: the series that have a label. */
export function MarketStrip({ context }: { context: PageContext }) {
  const series = context.markets.series.filter(({ label }) => label !== undefined);
  if (series.length === 0) return null;
  return (
    <nav class="market-strip" aria-label="Markets">
      <ul class="wrap">
        {series.map((each) => (
          <StripItem series={each} context={context} />
        ))}
      </ul>
    </nav>
  );
}

function StripItem({ series, context: { href, site } }: { series: MarketSeries; context: PageContext }) {
  const { id, label, unit, decimals, summary, frequency } = series;
  const { latest, onMonth } = summary;
  const { language } = site;
  return (
    <li>
      <a href={href(seriesPath(id))} title={`${series.name}, ${unit}`}>
        {label}
      </a>{" "}
      <span class="strip-value">{formatFigure(latest.value, decimals, language)}</span>{" "}
      <Change series={series} change={onMonth} language={language} withDates={false} />
      <Sparkline observations={summary.lastYear} />
      <span class="strip-date">
        <AsOf series={series} language={language} length="short" />
        {series.isStale && onMonth && `, change since ${shortPeriodName(onMonth.from.date, frequency, language)}`}
      </span>
    </li>
  );
}
