import type { FoundStory, TextPiece } from "../../../formats/search/search-answer.ts";
import type { PagefindStory } from "./pagefind.ts";

/** An occurrence of a search term in the text of a story. */
export interface Hit {
  /** Counted in words of the text. */
  readonly position: number;
  /** The index of the term, and its idf. */
  readonly term: number;
  readonly idf: number;
}

const EXCERPT_WORDS = 30;
/** Words of context before the first hit. */
const LEAD_IN_WORDS = 4;
/** The first hits suffice for a common word in a long story. */
const MAX_PASSAGES = 300;
const PUNCTUATION_AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * The densest passage of a text, with its hits marked; undefined where it has none.
 *
 * @param hits in order of position
 * @param first the position after the headline, which a result shows anyway
 */
export function excerpt(words: readonly string[], hits: readonly Hit[], first: number): readonly TextPiece[] | undefined {
  const inText = hits.filter(({ position }) => position >= first && position < words.length);
  const passage = densestPassage(inText, first, words.length);
  if (!passage) return undefined;
  const { start, end } = passage;
  const marked = new Set(inText.map(({ position }) => position));
  const pieces = words
    .slice(start, end)
    .flatMap((word, at) => [plain(at > 0 ? " " : ""), ...(marked.has(start + at) ? markedWord(word) : [plain(word)])]);
  return joined([plain(start > first ? "… " : ""), ...pieces, plain(end < words.length ? " …" : "")]);
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

function densestPassage(
  hits: readonly Hit[],
  first: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; score: number } | undefined;
  for (const { position } of hits.slice(0, MAX_PASSAGES)) {
    const start = Math.max(first, Math.min(position - LEAD_IN_WORDS, end - EXCERPT_WORDS));
    const score = passageScore(hits, start, start + EXCERPT_WORDS);
    if (!best || score > best.score) best = { start, score };
  }
  return best && { start: best.start, end: Math.min(best.start + EXCERPT_WORDS, end) };
}

/** The sum of the idf of each term in a passage, once, and a little for each of its hits. */
function passageScore(hits: readonly Hit[], start: number, end: number): number {
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

/** Punctuation around a word is not marked. */
function markedWord(word: string): readonly TextPiece[] {
  const [, before = "", core = word, after = ""] = PUNCTUATION_AROUND.exec(word) ?? [];
  return [plain(before), { text: core, marked: true }, plain(after)];
}

function plain(text: string): TextPiece {
  return { text, marked: false };
}

/** Concatenates adjacent pieces of plain text. */
function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const all: TextPiece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (before && !before.marked && !piece.marked) all[all.length - 1] = plain(before.text + piece.text);
    else if (piece.text !== "") all.push(piece);
  }
  return all;
}
