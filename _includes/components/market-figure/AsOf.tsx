import type { MarketSeries } from "../../../src/markets/markets.ts";
import { periodName, shortPeriodName } from "../../../src/markets/period.ts";

interface AsOfProps {
  readonly series: MarketSeries;
  readonly language: string;
  readonly length?: "long" | "short";
}

/** What the latest figure is of; one that is not today's says so. */
export function AsOf({ series, language, length = "long" }: AsOfProps) {
  const { isStale, frequency, summary } = series;
  const name = length === "long" ? periodName : shortPeriodName;
  const period = <time datetime={machinePeriod(summary.latest.date)}>{name(summary.latest.date, frequency, language)}</time>;
  return isStale ? <span class="stale">last published {period}</span> : period;
}

/** A quarter has no form of its own in HTML: its year has. */
function machinePeriod(date: string): string {
  return date.includes("Q") ? date.slice(0, 4) : date;
}
