import { isCountedInDays, isFigure, roundTo } from "../figures.ts";
import { type Frequency, nextPeriod, periodEnd } from "../period.ts";
import type { Observation } from "../series.ts";
import type { RawObservation } from "./source.ts";
import { SourceError } from "./source-error.ts";

/** A figure that the source has revised. */
export interface Revision {
  readonly date: string;
  /** The known value; undefined for a gap. */
  readonly from: number | undefined;
  readonly to: string;
}

/** The differences between fetched and known observations. */
export interface Comparison {
  /** New periods in order; gaps between them have no value. */
  readonly added: readonly RawObservation[];
  readonly revised: readonly Revision[];
  /** The count of known figures that the source confirms. */
  readonly unchanged: number;
  /** Whether the source has figures of a period that has not ended. They are not final, so they are ignored. */
  readonly isAhead: boolean;
}

interface Known {
  readonly frequency: Frequency;
  readonly observations: readonly Observation[];
  /** The largest count of decimals among the known figures; undefined if there are none. */
  readonly digits: number | undefined;
}

/**
 * Compares fetched observations with the known ones, rounded to the decimals of the known: `85.40` does not revise `85.4`.
 * Periods before the first known one are ignored, since editors decide where a series starts.
 *
 * @param raw in order of date
 * @param nowMs epoch ms
 * @throws SourceError if a known figure is missing, or the figures look like those of another series
 */
export function compareObservations(
  { frequency, observations, digits }: Known,
  raw: readonly RawObservation[],
  nowMs: number,
): Comparison {
  const first = observations[0]?.date ?? raw.find(({ value }) => value !== undefined)?.date ?? "";
  const current = raw.filter(({ date }) => date >= first);
  rejectMoreDigits(current, digits);
  const values = new Map(current.map(({ date, value }) => [date, value]));
  rejectMissing(observations, values);
  const revised = observations.flatMap(({ date, value }): Revision[] => {
    const to = values.get(date);
    return to === undefined || isSame(value, to, digits) ? [] : [{ date, from: value, to }];
  });
  rejectOtherScale(observations, revised);
  const unknown = withoutKnown(current, observations);
  const ended = unknown.filter(({ date }) => periodEnd(date, frequency) <= nowMs);
  return {
    added: withGaps(ended, observations.at(-1)?.date, frequency),
    revised,
    unchanged: observations.filter(isFigure).length - revised.filter(({ from }) => from !== undefined).length,
    isAhead: ended.length < unknown.length,
  };
}

function isSame(known: number | undefined, published: string, decimals = 0): boolean {
  return known !== undefined && roundTo(known, decimals) === roundTo(Number(published), decimals);
}

function withoutKnown(raw: readonly RawObservation[], observations: readonly Observation[]): readonly RawObservation[] {
  const known = new Set(observations.map(({ date }) => date));
  return raw.filter(({ date }) => !known.has(date));
}

/** Adds the gaps between the known and the new figures. Periods after the last figure are not gaps: they are still to come. */
function withGaps(
  raw: readonly RawObservation[],
  lastKnown: string | undefined,
  frequency: Frequency,
): readonly RawObservation[] {
  const figures = raw.filter(({ value }) => value !== undefined);
  if (isCountedInDays(frequency)) return figures;
  let due = lastKnown && nextPeriod(lastKnown, frequency);
  return figures.flatMap((figure) => {
    const gaps: RawObservation[] = [];
    for (; due !== undefined && due < figure.date; due = nextPeriod(due, frequency)) gaps.push({ date: due, value: undefined });
    due = nextPeriod(figure.date, frequency);
    return [...gaps, figure];
  });
}

const MAX_LISTED = 3;

function rejectMissing(observations: readonly Observation[], values: ReadonlyMap<string, string | undefined>): void {
  const missing = observations.filter((each) => isFigure(each) && values.get(each.date) === undefined).map(({ date }) => date);
  const [earliest] = missing;
  if (earliest === undefined) return;
  const listed = missing.slice(0, MAX_LISTED).join(", ") + (missing.length > MAX_LISTED ? " …" : "");
  throw new SourceError(
    `no longer has a figure for ${listed} (${missing.length} of ${observations.filter(isFigure).length} known ones)`,
    `contact the source; if it has withdrawn a figure, add a line such as \`${earliest},,DAY\` below the one of ${earliest}`,
  );
}

function rejectMoreDigits(raw: readonly RawObservation[], digits: number | undefined): void {
  if (digits === undefined) return;
  const finer = raw.find(({ value = "" }) => decimalsOf(value.replace(/(\.\d*?)0+$/, "$1")) > digits);
  if (!finer) return;
  throw new SourceError(
    `has \`${finer.value}\` for ${finer.date}, but known figures have at most ${digits} decimals`,
    `check \`code\`; to keep the known decimals, write \`round: ${digits}\` into \`fetch\` in series.yaml`,
  );
}

/** Larger revisions, as a share of the figure, are rare. If most figures have them, it is another series or unit. */
const LARGE_REVISION = 0.1;

function rejectOtherScale(observations: readonly Observation[], revised: readonly Revision[]): void {
  const figures = observations.filter(isFigure).length;
  const isLarge = ({ from, to }: Revision): boolean =>
    from !== undefined && Math.abs(Number(to) - from) > LARGE_REVISION * Math.abs(from);
  const large = revised.filter(isLarge);
  if (large.length * 2 <= figures) return;
  throw new SourceError(
    `revises ${large.length} of ${figures} known figures by more than a tenth, ${large[0]?.date} from ${large[0]?.from} to ${large[0]?.to}`,
    "check `code` and `transform` in series.yaml; if the unit or base has changed, move the file of figures away and fetch it again",
  );
}

/** The count of decimals of a number as written. */
export function decimalsOf(digits: string): number {
  const point = digits.indexOf(".");
  return point === -1 ? 0 : digits.length - point - 1;
}

/** Whether a comparison changes the file of figures. */
export function hasChanges({ added, revised }: Comparison): boolean {
  return added.length > 0 || revised.length > 0;
}
