import { seriesAsOf } from "./as-of.ts";
import { type SeriesSummary, summarize } from "./figures.ts";
import type { Series } from "./series.ts";
import { isStale } from "./staleness.ts";

/** A series as an edition tells it. */
export interface MarketSeries extends Series {
  readonly summary: SeriesSummary;
  /** Whether the latest figure is older than twice its frequency. */
  readonly isStale: boolean;
}

/** Every series that has a figure at the edition's clock, in the order of the board. */
export interface Markets {
  readonly series: readonly MarketSeries[];
  /** The same, as they will be once everything in the files has happened: what stories are checked against. */
  readonly eventually: ReadonlyMap<string, Series>;
}

/** Decides what of the figures exists at the edition's clock, in milliseconds since 1970. */
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
    eventually: new Map(all.map((each) => [each.id, each])),
  });
}
