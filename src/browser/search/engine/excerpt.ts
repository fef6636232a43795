import type { TextPiece } from "../../../formats/search/search-answer.ts";
import { densestStretch } from "./densest-stretch.ts";
import type { FoundPlace } from "./found-place.ts";

const WORDS_IN_AN_EXCERPT = 30;
const SIGNS_AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * The stretch of a text where the words searched for stand closest, each marked; undefined where none stands there.
 *
 * @param first where the text begins after the headline, which a result shows anyway
 */
export function excerpt(words: readonly string[], found: readonly FoundPlace[], first: number): readonly TextPiece[] | undefined {
  const inText = found.filter(({ position }) => position >= first && position < words.length);
  const stretch = densestStretch(inText, WORDS_IN_AN_EXCERPT, first, words.length);
  if (!stretch) return undefined;
  const { start, end } = stretch;
  const marked = new Set(inText.map(({ position }) => position));
  const pieces = words
    .slice(start, end)
    .flatMap((word, at) => [plain(at > 0 ? " " : ""), ...(marked.has(start + at) ? markedWord(word) : [plain(word)])]);
  return joined([plain(start > first ? "… " : ""), ...pieces, plain(end < words.length ? " …" : "")]);
}

/** The signs around a word are not what was searched for. */
function markedWord(word: string): readonly TextPiece[] {
  const [, before = "", core = word, after = ""] = SIGNS_AROUND.exec(word) ?? [];
  return [plain(before), { text: core, marked: true }, plain(after)];
}

function plain(text: string): TextPiece {
  return { text, marked: false };
}

function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const all: TextPiece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (before && !before.marked && !piece.marked) all[all.length - 1] = plain(before.text + piece.text);
    else if (piece.text !== "") all.push(piece);
  }
  return all;
}
