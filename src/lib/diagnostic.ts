/** A text file of the content. */
export interface SourceFile {
  /** Relative to where the command runs, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** One thing that an editor must mend before the publication can be built. */
export interface Diagnostic {
  /** The file, relative to where the command runs. */
  readonly file: string;
  /** Counted from 1; undefined where the whole file is meant. */
  readonly line: number | undefined;
  /** The field, such as `picture.file`; `body` for the text; undefined for the whole file. */
  readonly field: string | undefined;
  /** What is wrong. */
  readonly problem: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** `path:line  field  what is wrong  what to write instead` */
export function formatDiagnostic({ file, line, field, problem, remedy }: Diagnostic): string {
  return [line === undefined ? file : `${file}:${line}`, field ?? "file", problem, remedy].join("  ");
}

/** All that is wrong with the content, told at once. */
export class ContentError extends Error {
  readonly faults: readonly Diagnostic[];

  constructor(faults: readonly Diagnostic[]) {
    const inOrder = faults.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || (a.line ?? 0) - (b.line ?? 0));
    const count = inOrder.length === 1 ? "1 fault" : `${inOrder.length} faults`;
    super(`${inOrder.map(formatDiagnostic).join("\n")}\n\n${count} in the content. Nothing was published.`);
    this.name = "ContentError";
    // The fault lies in the content: a trace of the program would only bury it.
    this.stack = this.message;
    this.faults = inOrder;
  }
}
