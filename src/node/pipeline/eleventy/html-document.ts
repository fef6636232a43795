import type { VNode } from "preact";
import { render } from "preact-render-to-string";

/** An element without content, as Preact closes it. Attributes are quoted, and `<` never stands in a text. */
const CLOSED_VOID_ELEMENT =
  /<((?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)(?:\s[^\s"=<>/]+(?:="[^"]*")?)*)\s*\/>/g;

/** Turns the TSX of a page into a document of HTML. This is the one place that does. */
export function htmlDocument(page: VNode): string {
  return `<!DOCTYPE html>\n${render(page).replace(CLOSED_VOID_ELEMENT, "<$1>")}\n`;
}
