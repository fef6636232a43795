import type { TextPiece } from "../../../formats/search/search-answer.ts";
import type { WordRange } from "../../../formats/search/table-marks.ts";

const PUNCTUATION_AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** A range of words as text, with those at the marked positions marked. */
export function pieces(words: readonly string[], { start, end }: WordRange, marked: ReadonlySet<number>): readonly TextPiece[] {
  return words
    .slice(start, end)
    .flatMap((word, at) => [plain(at > 0 ? " " : ""), ...(marked.has(start + at) ? markedWord(word) : [plain(word)])]);
}

/** Punctuation around a word is not marked. */
function markedWord(word: string): readonly TextPiece[] {
  const [, before = "", core = word, after = ""] = PUNCTUATION_AROUND.exec(word) ?? [];
  return [plain(before), { text: core, marked: true }, plain(after)];
}

export function plain(text: string): TextPiece {
  return { text, marked: false };
}

/** Concatenates adjacent pieces of plain text. */
export function joinedPieces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const all: TextPiece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (before && !before.marked && !piece.marked) all[all.length - 1] = plain(before.text + piece.text);
    else if (piece.text !== "") all.push(piece);
  }
  return all;
}
