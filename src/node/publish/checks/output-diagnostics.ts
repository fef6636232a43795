/** Something in the output that must not be published as it is. */
export interface OutputDiagnostic {
  /** What the page or file was made from: a content file, or else a template. */
  readonly source: string;
  /** The path of the page or file. */
  readonly page: string;
  /** The element with its relevant attribute, `<a href="…">`; undefined for the whole file. */
  readonly element: string | undefined;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A diagnostic of a page or file that is known from the context. */
export type Finding = Pick<OutputDiagnostic, "message" | "fix"> & Partial<Pick<OutputDiagnostic, "element">>;

/** `source  page  element  what is wrong  what to do` */
function formatOutputDiagnostic({ source, page, element, message, fix }: OutputDiagnostic): string {
  return [source, page, element ?? "file", message, fix].join("  ");
}

/** Every error in the output. */
export class OutputError extends Error {
  /** @param lines the errors as text, which may summarise some of the `count` */
  constructor(lines: readonly string[], count: number) {
    super(`${lines.join("\n")}\n\n${count === 1 ? "1 error" : `${count} errors`} in the output. Nothing was published.`);
    this.name = "OutputError";
    // The error is in the pages: a stack trace of the checks would only bury it.
    this.stack = this.message;
  }
}

/** An error in a template is on every page made from it: the first few are enough. */
const MAX_PER_GROUP = 10;
const MAX_GROUPS = 100;

interface Group {
  readonly diagnostics: OutputDiagnostic[];
  /** How many more there are. */
  more: number;
}

/** Groups diagnostics and stores only the first of each, so that ten thousand of a kind fill neither memory nor screen. */
export class DiagnosticList {
  readonly #groups = new Map<string, Group>();
  #count = 0;
  #ungrouped = 0;

  /** The number of all diagnostics, including those that are only counted. */
  get count(): number {
    return this.#count;
  }

  /** @param group the same for diagnostics of one kind or one cause */
  add(group: string, diagnostic: OutputDiagnostic): void {
    this.#count += 1;
    const known = this.#groups.get(group);
    if (!known && this.#groups.size === MAX_GROUPS) this.#ungrouped += 1;
    else if (!known) this.#groups.set(group, { diagnostics: [diagnostic], more: 0 });
    else if (known.diagnostics.length < MAX_PER_GROUP) known.diagnostics.push(diagnostic);
    else known.more += 1;
  }

  /** Counts further diagnostics of a group without their details. */
  addCount(group: string, count: number): void {
    this.#count += count;
    const known = this.#groups.get(group);
    if (known) known.more += count;
    else this.#ungrouped += count;
  }

  /** One line per diagnostic, and one for those that are only counted. */
  lines(): readonly string[] {
    const lines = [...this.#groups.values()].flatMap(formatGroup);
    return this.#ungrouped > 0 ? [...lines, `… and ${this.#ungrouped.toLocaleString("en")} more`] : lines;
  }
}

function formatGroup({ diagnostics, more }: Group): readonly string[] {
  const lines = diagnostics.map(formatOutputDiagnostic);
  return more > 0 ? [...lines, `… and ${more.toLocaleString("en")} more of the same`] : lines;
}
