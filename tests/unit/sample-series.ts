import type { Series } from "../../src/markets/series.ts";

/** A series with these figures by date. */
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
