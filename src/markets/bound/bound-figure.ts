import type { FigureNotes } from "../../model/body.ts";
import { seriesAsOf } from "../as-of.ts";
import { extremesOf, isFigure, spanOf } from "../figures.ts";
import { hasRow, rowId } from "../observation-rows.ts";
import type { Series } from "../series.ts";
import { UNITS } from "../units.ts";
import { datesProblem, missingProblem } from "./bound-dates.ts";
import type { Binding, BoundProblem } from "./bound-grammar.ts";
import { isChange, isWritten, rewritten, type WrittenNumber, writtenNumber } from "./bound-number.ts";
import { type BoundState, boundStates, startOf } from "./bound-value.ts";
import { boundLabel, revisionNote } from "./bound-words.ts";

/** When and where a figure is told. */
export interface BoundCircumstances {
  /** When what the text says was known, in milliseconds since 1970. */
  readonly knownAtMs: number;
  /** The edition's clock, in milliseconds since 1970. */
  readonly asOfMs: number;
  readonly language: string;
}

/** What a later publication has made of a figure. */
interface BoundRevision {
  /** What was revised: equal for two figures that say the same in other words, for which one sentence is enough. */
  readonly about: string;
  readonly sentence: string;
}

/** A figure in a text that is what the data said. */
export interface BoundFigure {
  readonly series: FigureNotes["series"][number];
  /** The row that tells it on the page of its series; undefined where the page has left it out. */
  readonly row: string | undefined;
  /** What the figure is, for when, and from whom. */
  readonly label: string;
  /** What has become of it since; undefined where it still is what it was. */
  readonly revision: BoundRevision | undefined;
}

/**
 * Holds a figure against its series. What is written is right where it is what was known when the text was published,
 * or had been known before; a later revision that changes it at the precision written is told.
 */
export function boundFigure(
  text: string,
  binding: Binding,
  series: Series,
  circumstances: BoundCircumstances,
): BoundFigure | BoundProblem {
  const { knownAtMs, asOfMs, language } = circumstances;
  const number = writtenNumber(text);
  if ("problem" in number) return number;
  const problem = datesProblem(series, binding, circumstances) ?? unitProblem(text, binding, series);
  if (problem) return problem;
  const states = boundStates(series, binding, IN_POINTS.test(text), Math.max(knownAtMs, asOfMs));
  const known = states.filter(({ since }) => since === undefined || startOf(since) <= knownAtMs);
  const quoted = known.findLast(({ value }) => value !== undefined && isWritten(number, value, binding.measure));
  if (!quoted) {
    const value = known.at(-1)?.value;
    if (value === undefined) return missingProblem(seriesAsOf(series, knownAtMs), binding, language);
    return wrong(text, number, value, binding);
  }
  return {
    series: { id: series.id, name: series.name, source: series.source.name },
    row: rowOf(binding, seriesAsOf(series, asOfMs)),
    label: boundLabel(series, binding, knownAtMs, language),
    revision: revisionOf(states, quoted, { text, number, binding, series }, language),
  };
}

/** Of a span it is the row of its extreme, or else its last. */
function rowOf({ measure, from, to }: Binding, series: Series): string | undefined {
  const span = spanOf(series, from ?? to, to);
  const isExtreme = (measure === "high" || measure === "low") && span.some(isFigure);
  const date = isExtreme ? extremesOf(span)[measure].date : to;
  return hasRow(series.observations, date) ? rowId(date) : undefined;
}

const IN_POINTS = /\bpercentage points?\b/i;
const IN_BASIS_POINTS = /\bbasis points?\b|\bbp\b/i;
const IN_PERCENT = /%|\bper cent\b|\bpercent\b/i;

/** Words behind a change that belong to another kind of series. */
function unitProblem(text: string, { measure }: Binding, { unit, name }: Series): BoundProblem | undefined {
  const isRate = UNITS[unit] === "rate";
  if (measure === "difference" && isRate && IN_BASIS_POINTS.test(text)) {
    return { problem: "tells a difference in basis points, as `change` has it", remedy: "write change instead of difference" };
  }
  if (measure !== "change" && measure !== "yoy") return undefined;
  if (isRate) {
    if (!IN_PERCENT.test(text)) return undefined;
    return { problem: `tells a change of ${name}, a rate, in per cent`, remedy: "write basis points or percentage points" };
  }
  if (!IN_POINTS.test(text) && !IN_BASIS_POINTS.test(text)) return undefined;
  return { problem: `tells a change of ${name}, which is no rate, in points`, remedy: "write per cent" };
}

function wrong(text: string, number: WrittenNumber, value: number, { measure }: Binding): BoundProblem {
  const right = rewritten(text, number, value, !isChange(measure) && value < 0);
  const said = rewritten(text, number, value, isChange(measure) || value < 0);
  return { problem: `is written where the data says ${said}`, remedy: `write ${right}` };
}

interface Quotation {
  readonly text: string;
  readonly number: WrittenNumber;
  readonly binding: Binding;
  readonly series: Series;
}

function revisionOf(
  states: readonly BoundState[],
  quoted: BoundState,
  { text, number, binding, series }: Quotation,
  language: string,
): BoundRevision | undefined {
  const now = states.at(-1);
  if (now === undefined || states.indexOf(quoted) === states.length - 1) return undefined;
  const told = ({ value }: BoundState): string | undefined =>
    value === undefined ? undefined : rewritten(text, number, value, isTurned(value, quoted.value));
  if (told(now) === told(quoted)) return undefined;
  const latest = states.findLastIndex((state) => told(state) !== told(now));
  const since = states[latest + 1]?.since;
  if (since === undefined) return undefined;
  const revision = { text, isFirst: states[0] === quoted, now: told(now), since };
  return { about: Object.values(binding).join(" "), sentence: revisionNote(series, binding, revision, language) };
}

/** A change that prose tells by its size alone needs its sign once it goes the other way. */
function isTurned(value: number, quoted = 0): boolean {
  return Math.sign(value) * Math.sign(quoted) < 0;
}
