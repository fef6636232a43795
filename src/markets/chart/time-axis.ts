import { scaleUtc } from "d3-scale";
import { type Frequency, periodAt, periodStart, shortPeriodName } from "../period.ts";
import { type ChartText, collide, fits } from "./chart-text.ts";
import type { TimeScale } from "./time-scale.ts";

export interface TimeTick {
  readonly xPercent: number;
  /** None where its words would touch those of another tick. */
  readonly label: ChartText | undefined;
}

/** How many ticks there may be, about, and which of them have words: every one, every other one, every third. */
const CHOICES = [12, 6, 4, 2].flatMap((count) => (count > 6 ? [1, 2] : [1, 2, 3]).map((step) => ({ count, step })));
const FEWEST_LABELS = 2;
const LABEL_DROP_PX = 19;
/** How far the words of the last tick may reach into the margin of the page, of which the narrowest window has 16 px. */
const BEYOND_PX = 12;
const ANCHORS = ["start", "middle", "end"] as const;
const YEAR = /^\d{4}$/;
const YEAR_BEHIND = /[ ,]+\d{4}$/;

/** Ticks at beginnings of periods, as many as have room for their words on the narrowest chart. */
export function timeTicks(time: TimeScale, frequency: Frequency, bottomPx: number, language: string): readonly TimeTick[] {
  const scale = scaleUtc([time.startMs, time.endMs], [0, 1]);
  const choices = CHOICES.map(({ count, step }) => {
    const dates = scale.ticks(count).filter((date) => date.getTime() <= time.lastMs && isPeriodStart(date, frequency));
    const labels = labelsOf(dates, frequency, language).map((text, index): ChartText => {
      const xPercent = time.atInstant(dates[index]?.getTime() ?? 0);
      return { xPercent, shiftPx: 0, yPx: bottomPx + LABEL_DROP_PX, anchor: "start", text };
    });
    return withRoom(labels, step);
  });
  return choices.find((each) => isReadable(each, FEWEST_LABELS)) ?? choices.find((each) => isReadable(each, 1)) ?? [];
}

/** Of the labels, one in so many, counted from the first year; those at the edge are moved back over their tick. */
function withRoom(labels: readonly ChartText[], step: number): readonly TimeTick[] {
  const first = Math.max(
    0,
    labels.findIndex(({ text }) => YEAR.test(text)),
  );
  return labels.map((label, index) => {
    const places = ANCHORS.map((anchor): ChartText => ({ ...label, anchor }));
    const place = (index - first) % step === 0 ? places.find((each) => fits(each, BEYOND_PX)) : undefined;
    return { xPercent: label.xPercent, label: place };
  });
}

function isReadable(ticks: readonly TimeTick[], fewest: number): boolean {
  const labels = ticks.flatMap(({ label }) => label ?? []);
  return labels.length >= fewest && labels.every((label, index) => index === 0 || !collide(labels[index - 1] ?? label, label));
}

function isPeriodStart(date: Date, frequency: Frequency): boolean {
  return periodStart(periodAt(date.getTime(), frequency), frequency) === date.getTime();
}

/** `2026` where a year begins, else the month, quarter or day. Where none begins, the first tick tells its own. */
function labelsOf(dates: readonly Date[], frequency: Frequency, language: string): readonly string[] {
  const areMonths = dates.every((date) => date.getUTCDate() === 1);
  const kind = frequency === "quarterly" ? frequency : areMonths ? "monthly" : "daily";
  const isYear = (date: Date): boolean => areMonths && date.getUTCMonth() === 0;
  return dates.map((date, index) => {
    if (isYear(date)) return String(date.getUTCFullYear());
    const name = shortPeriodName(periodAt(date.getTime(), kind), kind, language);
    return index === 0 && !dates.some(isYear) ? name : name.replace(YEAR_BEHIND, "");
  });
}
