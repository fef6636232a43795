import { isStale, seriesAsOf } from "./as-of.ts";
import { type SeriesSummary, summarize } from "./figures.ts";
import type { Series } from "./series.ts";

/** A series as known at the edition's clock. */
export interface MarketSeries extends Series {
  readonly summary: SeriesSummary;
  /** Whether the latest figure is older than two periods. */
  readonly isStale: boolean;
}

/** The market data of an edition. */
export interface Markets {
  /** Every series that has a figure at the edition's clock, in the order of the market board. */
  readonly series: readonly MarketSeries[];
  /** Every series by id with all its figures, also those after the edition's clock. Stories are checked against these. */
  readonly unfiltered: ReadonlyMap<string, Series>;
}

/** Restricts series to what is known at the edition's clock (epoch ms). */
export function buildMarkets(all: readonly Series[], asOfMs: number): Markets {
  const series = all
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap((each): MarketSeries[] => {
      const known = seriesAsOf(each, asOfMs);
      const summary = summarize(known);
      return summary ? [Object.freeze({ ...known, summary, isStale: isStale(known, summary.latest.date, asOfMs) })] : [];
    });
  return Object.freeze({
    series: Object.freeze(series),
    unfiltered: new Map(all.map((each) => [each.id, each])),
  });
}
