import type { TextPiece } from "../../../formats/search/search-answer.ts";
import { indexedTables, type WordRange } from "../../../formats/search/table-marks.ts";
import { EXCERPT_WORDS, type Hit, passageScore } from "./passages.ts";
import { joinedPieces, pieces, plain } from "./text-pieces.ts";

interface Row {
  readonly cells: readonly WordRange[];
  /** None where the row is that of the headings. */
  readonly headings: readonly WordRange[];
}

/**
 * The row of a table with the best hits, each cell with the heading of its column: `2023: June · Brent, dollars per barrel:
 * 74.84`. Undefined where no table has any.
 *
 * @param hits in order of position
 */
export function tableExcerpt(words: readonly string[], hits: readonly Hit[]): readonly TextPiece[] | undefined {
  const rows = indexedTables(words).flatMap(({ rows: [headings = [], ...others] }): Row[] => [
    { cells: headings, headings: [] },
    ...others.map((cells) => ({ cells, headings })),
  ]);
  const scored = rows.map((row) => ({
    row,
    score: passageScore(hits, row.cells[0]?.start ?? 0, row.cells.at(-1)?.end ?? 0),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { row: { cells: [], headings: [] }, score: 0 });
  return best.score > 0 ? quoteRow(words, hits, best.row) : undefined;
}

function quoteRow(words: readonly string[], hits: readonly Hit[], { cells, headings }: Row): readonly TextPiece[] {
  const marked = new Set(hits.map(({ position }) => position));
  const quoted = cells.map((cell, column) => {
    const heading = textOf(cellPieces(words, headings[column], new Set()));
    return [plain(heading && `${heading}: `), ...cellPieces(words, cell, marked)];
  });
  const [name = [], ...figures] = quoted;
  const shown = [name, ...(countWords(quoted.flat()) > EXCERPT_WORDS ? fromFirstHit(figures, name) : figures)];
  const filled = shown.filter((cell) => textOf(cell) !== "");
  const fitting = filled.filter((_, at) => at === 0 || countWords(filled.slice(0, at + 1).flat()) <= EXCERPT_WORDS);
  const row = fitting.flatMap((cell, at) => [plain(at > 0 ? " · " : ""), ...cell]);
  return joinedPieces([...row, plain(fitting.length < filled.length ? " …" : "")]);
}

/** Of a long row, the cells from the first hit on: the ones before it may not leave room for it. */
function fromFirstHit(figures: readonly (readonly TextPiece[])[], name: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const isHit = (cell: readonly TextPiece[]): boolean => cell.some(({ marked }) => marked);
  return isHit(name) ? figures : figures.slice(figures.findIndex(isHit));
}

/** Pagefind ends each cell with a full stop. */
function cellPieces(words: readonly string[], cell: WordRange | undefined, marked: ReadonlySet<number>): readonly TextPiece[] {
  const cellText = cell ? pieces(words, cell, marked) : [];
  return cellText.map((piece, at) => (at === cellText.length - 1 ? { ...piece, text: piece.text.replace(/\.$/, "") } : piece));
}

function textOf(all: readonly TextPiece[]): string {
  return all.map(({ text }) => text).join("");
}

function countWords(all: readonly TextPiece[]): number {
  return textOf(all).split(" ").filter(Boolean).length;
}
