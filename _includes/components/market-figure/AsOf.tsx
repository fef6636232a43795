import type { MarketSeries } from "../../../src/markets/markets.ts";
import { periodName, shortPeriodName } from "../../../src/markets/period.ts";

interface AsOfProps {
  readonly series: MarketSeries;
  readonly language: string;
  readonly length?: "long" | "short";
}

/** The period of the latest figure; a stale one is labelled as such. */
export function AsOf({ series, language, length = "long" }: AsOfProps) {
  const { isStale, frequency, summary } = series;
  const name = length === "long" ? periodName : shortPeriodName;
  const period = <time datetime={machinePeriod(summary.latest.date)}>{name(summary.latest.date, frequency, language)}</time>;
  return isStale ? <span class="stale">last published {period}</span> : period;
}

/** HTML has no date format for quarters, so a quarter becomes its year. */
function machinePeriod(date: string): string {
  return date.includes("Q") ? date.slice(0, 4) : date;
}
