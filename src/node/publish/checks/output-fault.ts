/** Something in the output that must not be published as it is. */
export interface OutputDiagnostic {
  /** What the page or file was made from: a file of the content where there is one, or else a template. */
  readonly source: string;
  /** The address of the page or file, from the root of the site. */
  readonly page: string;
  /** The element, as far as it matters: `<a href="…">`; undefined where the whole file is meant. */
  readonly element: string | undefined;
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** `source  page  element  what is wrong  what to do` */
export function formatOutputDiagnostic({ source, page, element, problem, remedy }: OutputDiagnostic): string {
  return [source, page, element ?? "file", problem, remedy].join("  ");
}

/** All that is wrong with the output, told at once. */
export class OutputError extends Error {
  /** @param told what is wrong, line by line, of `count` faults */
  constructor(told: readonly string[], count: number) {
    super(`${told.join("\n")}\n\n${count === 1 ? "1 fault" : `${count} faults`} in the output. Nothing was published.`);
    this.name = "OutputError";
    // The fault lies in what was composed: a trace of the checks would only bury it.
    this.stack = this.message;
  }
}
