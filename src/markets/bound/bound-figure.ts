import type { FigureNotes } from "../../model/body.ts";
import { seriesAsOf } from "../as-of.ts";
import { extremesOf, isFigure, spanOf } from "../figures.ts";
import { hasRow, rowId } from "../observation-rows.ts";
import type { Series } from "../series.ts";
import { UNITS } from "../units.ts";
import type { Binding, BoundDiagnostic } from "./binding.ts";
import { type BindingContext, dateDiagnostic, missingValueDiagnostic } from "./check-binding.ts";
import { bindingLabel, revisionNote } from "./labels.ts";
import { isChange, parseQuotedNumber, type QuotedNumber, quotesValue, replaceNumber } from "./quoted-number.ts";
import { type BoundVintage, boundVintages, publishedAtMs } from "./vintages.ts";

/** What later publications have changed about a figure. */
interface BoundRevision {
  /** Identifies what was revised: equal for figures with the same binding, which share one sentence. */
  readonly about: string;
  readonly sentence: string;
}

/** A figure in a text that agrees with its series. */
export interface BoundFigure {
  readonly series: FigureNotes["series"][number];
  /** The id of its row on the page of its series; undefined where the table omits that row. */
  readonly row: string | undefined;
  /** Names the figure, its period and source. */
  readonly label: string;
  /** Undefined where the figure has not been revised since. */
  readonly revision: BoundRevision | undefined;
}

/**
 * Checks a figure against its series. It is correct if it quotes a value known when the text was published, the current
 * or an earlier one. A later revision is reported if it shows at the decimals quoted.
 */
export function checkBoundFigure(
  text: string,
  binding: Binding,
  series: Series,
  context: BindingContext,
): BoundFigure | BoundDiagnostic {
  const { knownAtMs, asOfMs, language } = context;
  const number = parseQuotedNumber(text);
  if ("message" in number) return number;
  const diagnostic = dateDiagnostic(series, binding, context) ?? unitDiagnostic(text, binding, series);
  if (diagnostic) return diagnostic;
  const vintages = boundVintages(series, binding, PERCENTAGE_POINTS.test(text), Math.max(knownAtMs, asOfMs));
  const known = vintages.filter(({ since }) => since === undefined || publishedAtMs(since) <= knownAtMs);
  const quoted = known.findLast(({ value }) => value !== undefined && quotesValue(number, value, binding.measure));
  if (!quoted) {
    const value = known.at(-1)?.value;
    if (value === undefined) return missingValueDiagnostic(seriesAsOf(series, knownAtMs), binding, language);
    return mismatchDiagnostic(text, number, value, binding);
  }
  return {
    series: { id: series.id, name: series.name, source: series.source.name },
    row: rowOf(binding, seriesAsOf(series, asOfMs)),
    label: bindingLabel(series, binding, knownAtMs, language),
    revision: revisionOf(vintages, quoted, { text, number, binding, series }, language),
  };
}

/** The row of a span's extreme, otherwise that of its last period. */
function rowOf({ measure, from, to }: Binding, series: Series): string | undefined {
  const span = spanOf(series, from ?? to, to);
  const isExtreme = (measure === "high" || measure === "low") && span.some(isFigure);
  const date = isExtreme ? extremesOf(span)[measure].date : to;
  return hasRow(series.observations, date) ? rowId(date) : undefined;
}

const PERCENTAGE_POINTS = /\bpercentage points?\b/i;
const BASIS_POINTS = /\bbasis points?\b|\bbp\b/i;
const PERCENT = /%|\bper cent\b|\bpercent\b/i;

/** Reports units in a text that do not fit the measure and the series. */
function unitDiagnostic(text: string, { measure }: Binding, { unit, name }: Series): BoundDiagnostic | undefined {
  const isRate = UNITS[unit] === "rate";
  if (measure === "difference" && isRate && BASIS_POINTS.test(text)) {
    return { message: "gives a difference in basis points, which `change` is for", fix: "write change instead of difference" };
  }
  if (measure !== "change" && measure !== "yoy") return undefined;
  if (isRate) {
    if (!PERCENT.test(text)) return undefined;
    return { message: `gives a change of ${name}, a rate, in per cent`, fix: "write basis points or percentage points" };
  }
  if (!PERCENTAGE_POINTS.test(text) && !BASIS_POINTS.test(text)) return undefined;
  return { message: `gives a change of ${name}, which is not a rate, in points`, fix: "write per cent" };
}

function mismatchDiagnostic(text: string, number: QuotedNumber, value: number, { measure }: Binding): BoundDiagnostic {
  const correct = replaceNumber(text, number, value, !isChange(measure) && value < 0);
  const actual = replaceNumber(text, number, value, isChange(measure) || value < 0);
  return { message: `does not match the data, which says ${actual}`, fix: `write ${correct}` };
}

interface Quotation {
  readonly text: string;
  readonly number: QuotedNumber;
  readonly binding: Binding;
  readonly series: Series;
}

function revisionOf(
  vintages: readonly BoundVintage[],
  quoted: BoundVintage,
  { text, number, binding, series }: Quotation,
  language: string,
): BoundRevision | undefined {
  const current = vintages.at(-1);
  if (current === undefined || vintages.indexOf(quoted) === vintages.length - 1) return undefined;
  const textWith = ({ value }: BoundVintage): string | undefined =>
    value === undefined ? undefined : replaceNumber(text, number, value, isReversed(value, quoted.value));
  const now = textWith(current);
  if (now === textWith(quoted)) return undefined;
  const lastOther = vintages.findLastIndex((vintage) => textWith(vintage) !== now);
  const since = vintages[lastOther + 1]?.since;
  if (since === undefined) return undefined;
  const revision = { text, isFirst: vintages[0] === quoted, now, since };
  return { about: Object.values(binding).join(" "), sentence: revisionNote(series, binding, revision, language) };
}

/** Whether a change has the opposite sign of the quoted one: then prose that left out the sign must show it. */
function isReversed(value: number, quoted = 0): boolean {
  return Math.sign(value) * Math.sign(quoted) < 0;
}
