import { periodEnd, periodStart } from "../period.ts";
import type { Plotted } from "./plotted.ts";

/** Where time falls across a chart, in per cent of its width. */
export interface TimeScale {
  /** The point of a period: of bars the middle. */
  readonly at: (period: string) => number;
  /** Where a period begins and ends: of bars their whole room. */
  readonly band: (period: string) => readonly [number, number];
  readonly atInstant: (instantMs: number) => number;
  /** What the chart spans, in milliseconds of UTC since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  /** When its last period begins. */
  readonly lastMs: number;
}

/** Lines run from the first period’s beginning to the last one’s; bars need the whole of either. */
export function timeScale({ periods, frequency, type }: Pick<Plotted, "periods" | "frequency" | "type">): TimeScale {
  const [first = "", last = ""] = [periods.at(0), periods.at(-1)];
  const areBars = type === "bars";
  const startMs = periodStart(first, frequency);
  const lastMs = periodStart(last, frequency);
  const endMs = areBars ? periodEnd(last, frequency) : lastMs;
  const atInstant = (instantMs: number): number => (endMs === startMs ? 50 : ((instantMs - startMs) / (endMs - startMs)) * 100);
  const start = (period: string): number => atInstant(periodStart(period, frequency));
  const end = (period: string): number => atInstant(periodEnd(period, frequency));
  const middle = (period: string): number => (start(period) + end(period)) / 2;
  return { at: areBars ? middle : start, band: (period) => [start(period), end(period)], atInstant, startMs, endMs, lastMs };
}
