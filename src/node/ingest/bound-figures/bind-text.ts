import type { BoundFigure } from "../../../markets/bound/bound-figure.ts";
import { boundTexts, stripBindings } from "../../../model/body.ts";
import { readPlainText } from "../markdown/plain-text.ts";
import { bindFigure, type FigureContext } from "./bind-figures.ts";

type FieldPath = readonly (string | number)[];
export type ReportField = (path: FieldPath, message: string, fix: string) => void;

const BIND_HERE = "write it directly behind a figure in brackets, such as [117.29]{brent=2026-04}";

/**
 * Checks the bound figures in a plain text, such as a key point. The result has no links, since such texts are shown on
 * cards and in feeds as well.
 *
 * @param source with its bindings, as the editor wrote it
 */
export function bindText(
  source: string,
  path: FieldPath,
  context: FigureContext,
  report: ReportField,
): { readonly text: string; readonly bound: readonly BoundFigure[] } {
  const bound: BoundFigure[] = [];
  for (const { text, braces } of boundTexts(source)) {
    const checked = bindFigure(text, braces, context);
    if (!checked) continue;
    if ("message" in checked) report(path, `\`[${text}]{${braces}}\` ${checked.message}`, checked.fix);
    else bound.push(checked);
  }
  const { text, errors } = readPlainText(stripBindings(source), context.language, BIND_HERE);
  for (const { message, fix } of errors) report(path, message, fix);
  return { text, bound };
}

/** Reads a field without markup, and reports any. Bindings count as such. */
export function plainField(source: string, path: FieldPath, language: string, report: ReportField): string {
  const { text, errors } = readPlainText(source, language);
  for (const { message, fix } of errors) report(path, message, fix);
  return text;
}
