import type { Change as ChangeFigures } from "../../../src/markets/figures.ts";
import { directionOf, formatRelative, formatSigned } from "../../../src/markets/format-figure.ts";
import type { MarketSeries } from "../../../src/markets/markets.ts";
import { shortPeriodName } from "../../../src/markets/period.ts";

interface ChangeProps {
  readonly series: MarketSeries;
  readonly change: ChangeFigures | undefined;
  readonly language: string;
  /** Puts the difference in the unit of the series first; not for rates, whose change is in basis points already. */
  readonly withDifference?: boolean;
  /** Shows the dates of a stale change; false where they are shown elsewhere. */
  readonly withDates?: boolean;
}

const SIGNS = { up: "▲ ", down: "▼ ", level: "" } as const;

/** The change of a figure, coloured by whether it is good news; a stale one with its dates. */
export function Change({ series, change, language, withDifference = false, withDates = true }: ChangeProps) {
  if (!change) {
    return (
      <span class="change">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">no earlier figure to compare with</span>
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

/** Whether a change is good news, going by what a rise of the series means. */
function toneOf(direction: keyof typeof SIGNS, rise: MarketSeries["rise"]): "gain" | "loss" | "neither" {
  if (direction === "level" || rise === "neither") return "neither";
  return (direction === "up") === (rise === "good") ? "gain" : "loss";
}
