import type { Change as ChangeFigures } from "../../../src/markets/figures.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { shortPeriodName } from "../../../src/markets/period.ts";
import { directionOf, formatRelative, formatSigned } from "../../../src/markets/words.ts";

interface ChangeProps {
  readonly series: MarketSeries;
  readonly change: ChangeFigures | undefined;
  readonly language: string;
  /** Whether the difference in the unit of the series comes first. Of a rate the basis points say all. */
  readonly withDifference?: boolean;
  /** Whether the dates are told beside the change, where it is not today's. They have to be told somewhere. */
  readonly withDates?: boolean;
}

const SIGNS = { up: "▲ ", down: "▼ ", level: "" } as const;

/** How a figure has changed; of one that is not today's, between which dates. */
export function Change({ series, change, language, withDifference = false, withDates = true }: ChangeProps) {
  if (!change) {
    return (
      <span class="change">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">no figure to compare with</span>
      </span>
    );
  }
  const direction = directionOf(change);
  const relative = formatRelative(change, language);
  const isRate = change.measure === "rate";
  return (
    <span class={`change ${toneOf(direction, series.rise)}`}>
      <span aria-hidden="true">{SIGNS[direction]}</span>
      {withDifference && !isRate ? `${formatSigned(change.difference, series.decimals, language)} (${relative})` : relative}
      {series.isStale && withDates && <span class="change-span">{spanOf(change, series, language)}</span>}
    </span>
  );
}

function spanOf({ from, to }: ChangeFigures, { frequency }: MarketSeries, language: string): string {
  return ` ${shortPeriodName(from.date, frequency, language)} to ${shortPeriodName(to.date, frequency, language)}`;
}

/** What a change means for those whom it concerns. */
function toneOf(direction: keyof typeof SIGNS, rise: MarketSeries["rise"]): "gain" | "loss" | "neither" {
  if (direction === "level" || rise === "neither") return "neither";
  return (direction === "up") === (rise === "good") ? "gain" : "loss";
}
