import type { Series } from "../../src/markets/series.ts";
import type { FigureContext } from "../../src/node/ingest/bound-figures/bind-figures.ts";

/** A series with figures by date. */
export function sampleSeries(figures: Readonly<Record<string, number | undefined>>, about: Partial<Series> = {}): Series {
  return {
    id: "brent",
    name: "Brent crude oil",
    group: "energy",
    unit: "US dollars a barrel",
    decimals: 2,
    frequency: "monthly",
    source: { name: "US Energy Information Administration", url: "https://www.eia.gov/" },
    licence: "US government public domain",
    rise: "neither",
    method: "An average of days.",
    order: 1,
    observations: Object.entries(figures).map(([date, value]) => ({ date, value })),
    ...about,
  };
}

/** The figure context of a text published at noon of a day, in the edition of that or another day. */
export function sampleFigureContext(series: readonly Series[], published = "2026-07-08", edition = published): FigureContext {
  return {
    series: new Map(series.map((each) => [each.id, each])),
    knownAtMs: Date.parse(`${published}T12:00:00Z`),
    asOfMs: Date.parse(`${edition}T12:00:00Z`),
    language: "en-GB",
  };
}
