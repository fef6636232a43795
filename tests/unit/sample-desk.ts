import type { Series } from "../../src/markets/series.ts";
import type { FigureDesk } from "../../src/node/ingest/bound-figures/bind-figures.ts";

/** What a text published at noon of one day is held against, in an edition of another. */
export function sampleDesk(series: readonly Series[], published = "2026-07-08", edition = published): FigureDesk {
  return {
    series: new Map(series.map((each) => [each.id, each])),
    knownAtMs: Date.parse(`${published}T12:00:00Z`),
    asOfMs: Date.parse(`${edition}T12:00:00Z`),
    language: "en-GB",
  };
}
