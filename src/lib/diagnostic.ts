/** A text file of the content. */
export interface SourceFile {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** An error in the content that an editor must correct before the site can be built. */
export interface Diagnostic {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Counted from 1; undefined for the whole file. */
  readonly line: number | undefined;
  /** Such as `picture.file`, or `body` for the text; undefined for the whole file. */
  readonly field: string | undefined;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** `path:line  field  what is wrong  what to write instead` */
export function formatDiagnostic({ file, line, field, message, fix }: Diagnostic): string {
  return [line === undefined ? file : `${file}:${line}`, field ?? "file", message, fix].join("  ");
}

/** Every error in the content, in order of file and line. */
export class ContentError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = diagnostics.toSorted(
      (a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || (a.line ?? 0) - (b.line ?? 0),
    );
    const count = sorted.length === 1 ? "1 error" : `${sorted.length} errors`;
    super(`${sorted.map(formatDiagnostic).join("\n")}\n\n${count} in the content. Nothing was published.`);
    this.name = "ContentError";
    // The error is in the content: a stack trace would only bury it.
    this.stack = this.message;
    this.diagnostics = sorted;
  }
}
