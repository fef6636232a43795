/**
 * What separates tables, their rows and cells in the indexed text, whose words alone do not show where a cell ends: the
 * separators of ASCII (ISO 646), each as a word of its own.
 */
export const TABLE_MARK = "\u001D";
export const ROW_MARK = "\u001E";
export const CELL_MARK = "\u001F";

const MARKS: Readonly<Record<string, string>> = {
  "<table": TABLE_MARK,
  "</table": TABLE_MARK,
  "<tr": ROW_MARK,
  "<td": CELL_MARK,
  "<th": CELL_MARK,
};

/** The tag with the mark before it, if it begins or ends a table, or begins a row or a cell. */
export function withTableMark(tag: string): string {
  const mark = MARKS[/^<\/?[a-z]+/.exec(tag)?.[0] ?? ""];
  return mark === undefined ? tag : ` ${mark} ${tag}`;
}

/** A range of words: from `start` to before `end`. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/** A table as the ranges of its cells, row by row. The first row is of its column headings. */
export type IndexedTable = WordRange & { readonly rows: readonly (readonly WordRange[])[] };

/** Finds the marked tables among the words of an indexed text. */
export function indexedTables(words: readonly string[]): readonly IndexedTable[] {
  const tables: IndexedTable[] = [];
  for (let start = words.indexOf(TABLE_MARK); start >= 0; ) {
    const closing = words.indexOf(TABLE_MARK, start + 1);
    const end = closing < 0 ? words.length : closing;
    const rows = split({ start: start + 1, end }, ROW_MARK, words).map((row) => split(row, CELL_MARK, words));
    tables.push({ start, end: Math.min(end + 1, words.length), rows });
    start = closing < 0 ? -1 : words.indexOf(TABLE_MARK, closing + 1);
  }
  return tables;
}

/** The ranges after each mark. */
function split({ start, end }: WordRange, mark: string, words: readonly string[]): readonly WordRange[] {
  const marks = words.slice(start, end).flatMap((word, at) => (word === mark ? [start + at] : []));
  return marks.map((at, index) => ({ start: at + 1, end: marks[index + 1] ?? end }));
}
