/** Elements within a line: a word may go on from one into the next. All others end it. */
const INLINE =
  "a, abbr, b, bdi, bdo, cite, code, data, del, dfn, em, i, ins, kbd, mark, q, s, samp, small, span, strong, sub, sup, time, u, var, wbr";

/** What stands within a text and is none of it. */
const LEFT_OUT = "script, style, svg, nav, button, .credit, .footnote-ref, .footnote-back";

/** The texts within an element, each as the nodes that hold one uninterrupted run of it. */
export function textRuns(element: Element): readonly (readonly Text[])[] {
  const runs: Text[][] = [[]];
  const read = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) runs.at(-1)?.push(child);
      if (!(child instanceof Element) || child.matches(LEFT_OUT)) continue;
      const isInline = child.matches(INLINE);
      if (!isInline) runs.push([]);
      read(child);
      if (!isInline) runs.push([]);
    }
  };
  read(element);
  return runs.filter((run) => run.length > 0);
}
