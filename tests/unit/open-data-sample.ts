import { buildMarkets, type MarketSeries } from "../../src/markets/markets.ts";
import { type Frequency, nextPeriod } from "../../src/markets/period.ts";
import type { Observation, Series } from "../../src/markets/series.ts";
import { between, seededRandom } from "../bench/archive/random.ts";
import { sampleSeries } from "./sample-series.ts";

export const NOW = Date.UTC(2026, 10, 22);
/** An observation that was revised to a gap, and revised again. */
export const REVISED: readonly Observation[] = [
  { date: "2026-04", value: 1.5 },
  {
    date: "2026-05",
    value: -0.25,
    vintages: [
      { since: undefined, value: 3 },
      { since: "2026-06-15", value: undefined },
      { since: "2026-07-15", value: -0.25 },
    ],
  },
  { date: "2026-06", value: undefined },
  { date: "2026-07", value: 1529.4619 },
];

/** A monthly series of an edition; the test overrides fields. */
export function marketSeries(observations: readonly Observation[], differences: Partial<Series> = {}): MarketSeries {
  const series = sampleSeries(
    {},
    {
      name: "Brent “crude” oil",
      source: { name: "Energy & Co", url: "https://example.org/oil" },
      method: "The average over a month.",
      observations,
      ...differences,
    },
  );
  const [known] = buildMarkets([series], NOW).series;
  if (!known) throw new Error("The series has no figure.");
  return known;
}

/** Pseudorandom figures of every size and precision, with gaps and some revisions; the same in every run. */
export function anyObservations(frequency: Frequency): readonly Observation[] {
  const random = seededRandom(frequency);
  const value = () => Number(`${between(random, -99_999, 99_999)}e-${between(random, 0, 8)}`);
  const firsts = { daily: "2021-01-01", weekly: "2021-01-01", monthly: "1960-01", quarterly: "1960-Q1", annual: "1800" };
  let date: string = firsts[frequency];
  return Array.from({ length: 200 }, (_, index): Observation => {
    if (index > 0) date = nextPeriod(date, frequency);
    const first = between(random, 0, 9) === 0 ? undefined : value();
    if (between(random, 0, 9) > 0) return { date, value: first };
    const revised = value();
    const vintages = [
      { since: undefined, value: first },
      { since: "2026-01-31", value: revised },
    ];
    return { date, value: revised, vintages };
  });
}
