import { markedStretches } from "./marked-words.ts";

/** A word marked on the page. It has several marks where it runs through several elements, such as a link. */
export interface MarkedPlace {
  /** As `foldWord` leaves it. */
  readonly word: string;
  readonly marks: readonly HTMLElement[];
}

/** A node of a run, and where its text stands in that of the run. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Marks words in one run of text. */
export function markPlaces(run: readonly Text[], words: ReadonlySet<string>): readonly MarkedPlace[] {
  let end = 0;
  const pieces = run.map((node): Piece => {
    const start = end;
    end += node.length;
    return { node, start, end };
  });
  const stretches = markedStretches(run.map(({ data }) => data).join(""), words);
  // From the last to the first: what is cut off a node lies behind whatever is still to be marked in it.
  return stretches
    .toReversed()
    .map(({ word, start, end }) => ({ word, marks: pieces.flatMap((piece) => markPiece(piece, start, end)) }))
    .toReversed();
}

function markPiece({ node, start, end }: Piece, from: number, to: number): readonly HTMLElement[] {
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

/** Takes the marks away. The nodes of the text are as they were before. */
export function unmark(places: readonly MarkedPlace[]): void {
  const parents = new Set<Element>();
  for (const mark of places.flatMap(({ marks }) => marks)) {
    if (mark.parentElement) parents.add(mark.parentElement);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}
