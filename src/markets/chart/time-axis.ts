import { scaleUtc } from "d3-scale";
import { type Frequency, periodAt, periodEnd, periodStart, shortPeriodName } from "../period.ts";
import type { ChartModel } from "./chart-model.ts";
import { type ChartLabel, fits, overlaps } from "./label-layout.ts";

/** Maps time to the horizontal position in a chart, in per cent of its width. */
export interface TimeScale {
  /** The point of a period; for bars its middle. */
  readonly at: (period: string) => number;
  /** The start and end of a period; the band of a bar. */
  readonly band: (period: string) => readonly [number, number];
  readonly atInstant: (instantMs: number) => number;
  /** The domain, epoch ms in UTC. */
  readonly startMs: number;
  readonly endMs: number;
  /** The start of the last period, epoch ms in UTC. */
  readonly lastMs: number;
}

/** Lines run from the start of the first period to the start of the last; bars need both periods whole. */
export function timeScale({ periods, frequency, type }: Pick<ChartModel, "periods" | "frequency" | "type">): TimeScale {
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

export interface TimeTick {
  readonly xPercent: number;
  /** Undefined where it would overlap that of another tick. */
  readonly label: ChartLabel | undefined;
}

/** Approximate counts of ticks to try, in order of preference, each with every how many ticks have a label. */
const CHOICES = [
  [12, 1],
  [12, 2],
  [6, 1],
  [6, 2],
  [6, 3],
  [4, 1],
  [4, 2],
  [4, 3],
  [2, 1],
  [2, 2],
  [2, 3],
] as const;
const MIN_LABELS = 2;
const LABEL_DROP_PX = 19;
/** How far the last label may extend into the page margin, which is 16 px in the narrowest window. */
const MAX_OVERHANG_PX = 12;
const ANCHORS = ["start", "middle", "end"] as const;
const YEAR = /^\d{4}$/;
const YEAR_SUFFIX = /[ ,]+\d{4}$/;

/** Ticks at starts of periods, as many as have room for their labels on the narrowest chart. */
export function timeTicks(time: TimeScale, frequency: Frequency, bottomPx: number, language: string): readonly TimeTick[] {
  const scale = scaleUtc([time.startMs, time.endMs], [0, 1]);
  const choices = CHOICES.map(([count, step]) => {
    const dates = scale.ticks(count).filter((date) => date.getTime() <= time.lastMs && isPeriodStart(date, frequency));
    const labels = labelsOf(dates, frequency, language).map((text, index): ChartLabel => {
      const xPercent = time.atInstant(dates[index]?.getTime() ?? 0);
      return { xPercent, shiftPx: 0, yPx: bottomPx + LABEL_DROP_PX, anchor: "start", text };
    });
    return anchored(labels, step);
  });
  return choices.find((each) => isReadable(each, MIN_LABELS)) ?? choices.find((each) => isReadable(each, 1)) ?? [];
}

/** Keeps every nth label, counted from the first year, and anchors those at the edges so that they fit. */
function anchored(labels: readonly ChartLabel[], step: number): readonly TimeTick[] {
  const first = Math.max(
    0,
    labels.findIndex(({ text }) => YEAR.test(text)),
  );
  return labels.map((label, index) => {
    const positions = ANCHORS.map((anchor): ChartLabel => ({ ...label, anchor }));
    const position = (index - first) % step === 0 ? positions.find((each) => fits(each, MAX_OVERHANG_PX)) : undefined;
    return { xPercent: label.xPercent, label: position };
  });
}

function isReadable(ticks: readonly TimeTick[], minLabels: number): boolean {
  const labels = ticks.flatMap(({ label }) => label ?? []);
  return (
    labels.length >= minLabels && labels.every((label, index) => index === 0 || !overlaps(labels[index - 1] ?? label, label))
  );
}

function isPeriodStart(date: Date, frequency: Frequency): boolean {
  return periodStart(periodAt(date.getTime(), frequency), frequency) === date.getTime();
}

/** `2026` at the start of a year, otherwise the month, quarter or day. If no year starts, the first label includes it. */
function labelsOf(dates: readonly Date[], frequency: Frequency, language: string): readonly string[] {
  const areMonths = dates.every((date) => date.getUTCDate() === 1);
  const unit = frequency === "quarterly" ? frequency : areMonths ? "monthly" : "daily";
  const isYear = (date: Date): boolean => areMonths && date.getUTCMonth() === 0;
  return dates.map((date, index) => {
    if (isYear(date)) return String(date.getUTCFullYear());
    const name = shortPeriodName(periodAt(date.getTime(), unit), unit, language);
    return index === 0 && !dates.some(isYear) ? name : name.replace(YEAR_SUFFIX, "");
  });
}
