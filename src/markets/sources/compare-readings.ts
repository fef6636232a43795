import { isCountedInDays, isFigure, roundTo } from "../figures.ts";
import { type Frequency, nextPeriod, periodEnd } from "../period.ts";
import type { Observation } from "../series.ts";
import type { Reading } from "./source.ts";
import { SourceFailure } from "./source-failure.ts";

/** A known period of which the source now says something else. */
export interface Revision {
  readonly date: string;
  /** What is known until now; undefined for a gap. */
  readonly from: number | undefined;
  readonly to: string;
}

/** What a source says beyond what is known. */
export interface Comparison {
  /** Periods that are not known yet, in order; a gap between two of them without its value. */
  readonly added: readonly Reading[];
  readonly revised: readonly Revision[];
  /** Known figures that the source confirms. */
  readonly unchanged: number;
  /** Whether the source has figures of a period that has not ended: they are not final, and left for later. */
  readonly isAhead: boolean;
}

interface Known {
  readonly frequency: Frequency;
  readonly observations: readonly Observation[];
  /** The most digits after the point that a known figure is written with; undefined where none is known. */
  readonly digits: number | undefined;
}

/**
 * Holds what a source says against what is known, at as many digits as that is written with: `85.40` is no revision of
 * `85.4`. What is before the first known period is left out, since where a series begins is the editor's choice.
 *
 * @param readings in order of date
 * @param nowMs in milliseconds since 1970
 * @throws SourceFailure where a known figure is gone, or the figures look like those of another series
 */
export function compareReadings(
  { frequency, observations, digits }: Known,
  readings: readonly Reading[],
  nowMs: number,
): Comparison {
  const first = observations[0]?.date ?? readings.find(({ value }) => value !== undefined)?.date ?? "";
  const current = readings.filter(({ date }) => date >= first);
  refuseMoreDigits(current, digits);
  const values = new Map(current.map(({ date, value }) => [date, value]));
  refuseVanished(observations, values);
  const revised = observations.flatMap(({ date, value }): Revision[] => {
    const to = values.get(date);
    return to === undefined || isSame(value, to, digits) ? [] : [{ date, from: value, to }];
  });
  refuseAnotherScale(observations, revised);
  const unknown = withoutKnown(current, observations);
  const ended = unknown.filter(({ date }) => periodEnd(date, frequency) <= nowMs);
  return {
    added: withGaps(ended, observations.at(-1)?.date, frequency),
    revised,
    unchanged: observations.filter(isFigure).length - revised.filter(({ from }) => from !== undefined).length,
    isAhead: ended.length < unknown.length,
  };
}

function isSame(known: number | undefined, written: string, digits = 0): boolean {
  return known !== undefined && roundTo(known, digits) === roundTo(Number(written), digits);
}

function withoutKnown(readings: readonly Reading[], observations: readonly Observation[]): readonly Reading[] {
  const known = new Set(observations.map(({ date }) => date));
  return readings.filter(({ date }) => !known.has(date));
}

/** Periods without a figure, where they follow one another, up to the last one with a figure: after it, they are merely to come. */
function withGaps(readings: readonly Reading[], lastKnown: string | undefined, frequency: Frequency): readonly Reading[] {
  const figures = readings.filter(({ value }) => value !== undefined);
  if (isCountedInDays(frequency)) return figures;
  let due = lastKnown && nextPeriod(lastKnown, frequency);
  return figures.flatMap((figure) => {
    const gaps: Reading[] = [];
    for (; due !== undefined && due < figure.date; due = nextPeriod(due, frequency)) gaps.push({ date: due, value: undefined });
    due = nextPeriod(figure.date, frequency);
    return [...gaps, figure];
  });
}

const MOST_LISTED = 3;

function refuseVanished(observations: readonly Observation[], values: ReadonlyMap<string, string | undefined>): void {
  const vanished = observations.filter((each) => isFigure(each) && values.get(each.date) === undefined).map(({ date }) => date);
  const [earliest] = vanished;
  if (earliest === undefined) return;
  const listed = vanished.slice(0, MOST_LISTED).join(", ") + (vanished.length > MOST_LISTED ? " …" : "");
  throw new SourceFailure(
    `has no figure any more for ${listed} (${vanished.length} of ${observations.filter(isFigure).length} known ones)`,
    `ask the source; where it has withdrawn a figure, write a line such as \`${earliest},,DAY\` below the one of ${earliest}`,
  );
}

function refuseMoreDigits(readings: readonly Reading[], digits: number | undefined): void {
  if (digits === undefined) return;
  const finer = readings.find(({ value = "" }) => digitsOf(value.replace(/(\.\d*?)0+$/, "$1")) > digits);
  if (!finer) return;
  throw new SourceFailure(
    `has \`${finer.value}\` for ${finer.date}, where figures are known with ${digits} digits after the point at most`,
    `check \`code\`; to keep to the known digits, write \`round: ${digits}\` into \`fetch\` in series.yaml`,
  );
}

/** By more than this share of itself no figure of a sound series is revised, save here and there. */
const LARGE_REVISION = 0.1;

function refuseAnotherScale(observations: readonly Observation[], revised: readonly Revision[]): void {
  const figures = observations.filter(isFigure).length;
  const isLarge = ({ from, to }: Revision): boolean =>
    from !== undefined && Math.abs(Number(to) - from) > LARGE_REVISION * Math.abs(from);
  const large = revised.filter(isLarge);
  if (large.length * 2 <= figures) return;
  throw new SourceFailure(
    `revises ${large.length} of ${figures} known figures by more than a tenth, ${large[0]?.date} from ${large[0]?.from} to ${large[0]?.to}`,
    "check `code` and `transform` in series.yaml; where unit or base have changed, move the file of figures away and fetch it anew",
  );
}

/** How many digits a number is written with after its point. */
export function digitsOf(written: string): number {
  const point = written.indexOf(".");
  return point === -1 ? 0 : written.length - point - 1;
}

/** Whether a figure is among those of a comparison that change a file. */
export function hasChanges({ added, revised }: Comparison): boolean {
  return added.length > 0 || revised.length > 0;
}
