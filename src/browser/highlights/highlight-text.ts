import { INLINE_ELEMENTS } from "../../formats/search/text-elements.ts";
import { findMatches } from "./find-matches.ts";

const INLINE = INLINE_ELEMENTS.join(", ");

/** Elements within a text that are not part of it. */
const EXCLUDED = "script, style, svg, nav, button, .credit, .footnote-ref, .footnote-back";

/** The text of an element as runs: the text nodes between two block boundaries. */
export function textRuns(element: Element): readonly (readonly Text[])[] {
  const runs: Text[][] = [[]];
  const visit = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) runs.at(-1)?.push(child);
      if (!(child instanceof Element) || child.matches(EXCLUDED)) continue;
      const isInline = child.matches(INLINE);
      if (!isInline) runs.push([]);
      visit(child);
      if (!isInline) runs.push([]);
    }
  };
  visit(element);
  return runs.filter((run) => run.length > 0);
}

/** A highlighted word. It has several marks where it extends over several elements, such as a link. */
export interface Highlight {
  /** Normalized by `foldWord`. */
  readonly word: string;
  readonly marks: readonly HTMLElement[];
}

/** A text node and its position in the text of its run. */
interface RunNode {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Highlights words in a run of text. */
export function highlightRun(run: readonly Text[], words: ReadonlySet<string>): readonly Highlight[] {
  let end = 0;
  const nodes = run.map((node): RunNode => {
    const start = end;
    end += node.length;
    return { node, start, end };
  });
  const matches = findMatches(run.map(({ data }) => data).join(""), words);
  // Backwards, because splitting a node moves the text behind a match into another node.
  return matches
    .toReversed()
    .map(({ word, start, end }) => ({ word, marks: nodes.flatMap((each) => markNode(each, start, end)) }))
    .toReversed();
}

function markNode({ node, start, end }: RunNode, from: number, to: number): readonly HTMLElement[] {
  const first = Math.max(from, start) - start;
  const length = Math.min(to, end) - start - first;
  if (length <= 0) return [];
  const marked = first > 0 ? node.splitText(first) : node;
  if (length < marked.length) marked.splitText(length);
  const mark = document.createElement("mark");
  marked.replaceWith(mark);
  mark.append(marked);
  return [mark];
}

/** Removes highlights and restores the original text nodes. */
export function removeHighlights(highlights: readonly Highlight[]): void {
  const parents = new Set<Element>();
  for (const mark of highlights.flatMap(({ marks }) => marks)) {
    if (mark.parentElement) parents.add(mark.parentElement);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}
