import type { FoundStory, TextPiece } from "../../../formats/search/search-answer.ts";
import { indexedTables, type WordRange } from "../../../formats/search/table-marks.ts";
import type { PagefindStory } from "./pagefind.ts";
import { joinedPieces, pieces, plain } from "./text-pieces.ts";

/** An occurrence of a search term in the text of a story. */
export interface Hit {
  /** Counted in words of the text. */
  readonly position: number;
  /** The index of the term, and its idf. */
  readonly term: number;
  readonly idf: number;
}

export const EXCERPT_WORDS = 30;
/** Words of context before the first hit. */
const LEAD_IN_WORDS = 4;
/** The first hits suffice for a common word in a long story. */
const MAX_PASSAGES = 300;

/**
 * The densest passage of running text, with its hits marked; undefined where it has none of the rarest word found.
 *
 * @param hits in order of position
 * @param first the position after the headline, which a result shows anyway
 */
export function excerpt(words: readonly string[], hits: readonly Hit[], first: number): readonly TextPiece[] | undefined {
  const found = hits.filter(({ position }) => position >= first && position < words.length);
  const ranges = runningText(indexedTables(words), first, words.length);
  const inText = found.filter(({ position }) => ranges.some((range) => isWithin(range, position)));
  const rarest = Math.max(...found.map(({ idf }) => idf));
  const passage = inText.some(({ idf }) => idf === rarest) ? densestPassage(inText, ranges) : undefined;
  if (!passage) return undefined;
  const { start, end } = passage;
  const marked = new Set(inText.map(({ position }) => position));
  return joinedPieces([
    plain(start > first ? "… " : ""),
    ...pieces(words, passage, marked),
    plain(end < words.length ? " …" : ""),
  ]);
}

/** What is between the tables. */
function runningText(tables: readonly WordRange[], first: number, end: number): readonly WordRange[] {
  const starts = [first, ...tables.map((table) => table.end)];
  return starts
    .map((start, at) => ({ start: Math.max(start, first), end: tables[at]?.start ?? end }))
    .filter((range) => range.start < range.end);
}

/**
 * The id and text of the heading whose passage scores highest; undefined where that is the opening of the story.
 *
 * @param hits in order of position
 * @param body the position after headline and standfirst, which summarise the whole story
 */
export function bestPassage(anchors: PagefindStory["anchors"], hits: readonly Hit[], body: number): FoundStory["bestPassage"] {
  const headings = anchors.filter(({ element, text }) => /^h[2-6]$/i.test(element) && text.trim() !== "");
  const inOrder = headings.toSorted((a, b) => a.location - b.location);
  const passages = inOrder.map(({ id, text, location }, index) => ({
    id,
    heading: text.trim(),
    score: passageScore(hits, location, inOrder[index + 1]?.location ?? Number.POSITIVE_INFINITY),
  }));
  const opening = passageScore(hits, body, inOrder[0]?.location ?? Number.POSITIVE_INFINITY);
  const best = passages.reduce<(typeof passages)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  return best && best.score > opening ? { id: best.id, heading: best.heading } : undefined;
}

/** No passage goes beyond its range. */
function densestPassage(hits: readonly Hit[], ranges: readonly WordRange[]): WordRange | undefined {
  let best: (WordRange & { score: number }) | undefined;
  for (const { position } of hits.slice(0, MAX_PASSAGES)) {
    const range = ranges.find((each) => isWithin(each, position));
    if (!range) continue;
    const start = Math.max(range.start, Math.min(position - LEAD_IN_WORDS, range.end - EXCERPT_WORDS));
    const end = Math.min(start + EXCERPT_WORDS, range.end);
    const score = passageScore(hits, start, end);
    if (!best || score > best.score) best = { start, end, score };
  }
  return best;
}

function isWithin({ start, end }: WordRange, position: number): boolean {
  return start <= position && position < end;
}

/** The sum of the idf of each term in a passage, once, and a little for each of its hits. */
export function passageScore(hits: readonly Hit[], start: number, end: number): number {
  const terms = new Map<number, number>();
  let count = 0;
  for (const { position, term, idf } of hits) {
    if (position < start) continue;
    if (position >= end) break;
    terms.set(term, idf);
    count += 1;
  }
  return [...terms.values()].reduce((sum, idf) => sum + idf, 0) + count / 100;
}
