import type { BoundFigure } from "../../../markets/bound/bound-figure.ts";
import { boundTexts, stripBindings } from "../../../model/body.ts";
import { BRACES } from "../markdown/check-markdown.ts";
import { typographic } from "../markdown/markdown.ts";
import { bindFigure, type FigureContext } from "./bind-figures.ts";

type FieldPath = readonly (string | number)[];
export type ReportField = (path: FieldPath, message: string, fix: string) => void;

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
  const plain = stripBindings(source);
  const stray = BRACES.exec(plain)?.[0];
  const fix = "write it directly behind a figure in brackets, such as [117.29]{brent=2026-04}";
  if (stray) report(path, `contains \`${stray}\`, which binds no figure`, fix);
  return { text: typographic(plain), bound };
}

/** Reports bindings in a text that does not support them. */
export function refuseBinding(text = "", path: FieldPath, report: ReportField): void {
  const stray = BRACES.exec(text)?.[0];
  const fix = "remove it, and bind the figure in the text or in a key point instead";
  if (stray) report(path, `contains \`${stray}\`, which binds no figure here`, fix);
}
