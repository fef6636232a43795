import type { BoundFigure } from "../../../markets/bound/bound-figure.ts";
import { asRead, boundTexts } from "../../../model/body.ts";
import { BRACES } from "../markdown/check-markdown.ts";
import { typographic } from "../markdown/markdown.ts";
import { bindFigure, type FigureDesk } from "./bind-figures.ts";

type FieldPath = readonly (string | number)[];
export type ComplainOfField = (path: FieldPath, problem: string, remedy: string) => void;

/**
 * Judges the figures that are bound in a plain text, such as a key point. Readers get it without links, since such texts
 * stand on cards and in feeds, too.
 */
export function bindText(
  written: string,
  path: FieldPath,
  desk: FigureDesk,
  complain: ComplainOfField,
): { readonly text: string; readonly bound: readonly BoundFigure[] } {
  const bound: BoundFigure[] = [];
  for (const { text, braces } of boundTexts(written)) {
    const judged = bindFigure(text, braces, desk);
    if (!judged) continue;
    if ("problem" in judged) complain(path, `\`[${text}]{${braces}}\` ${judged.problem}`, judged.remedy);
    else bound.push(judged);
  }
  const plain = asRead(written);
  const stray = BRACES.exec(plain)?.[0];
  const remedy = "write it right behind a figure in brackets, such as [117.29]{brent=2026-04}";
  if (stray) complain(path, `holds \`${stray}\`, which binds no figure`, remedy);
  return { text: typographic(plain), bound };
}

/** A text in which no figure can be bound. */
export function refuseBinding(text = "", path: FieldPath, complain: ComplainOfField): void {
  const stray = BRACES.exec(text)?.[0];
  const remedy = "remove it, and bind the figure where it stands in the text or in a key point";
  if (stray) complain(path, `holds \`${stray}\`, which binds no figure here`, remedy);
}
