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

/** Whether a line of the content causes an error in the output. */
export type IsCause = (line: string) => boolean;

/** A diagnostic of a page or file that is known from the context. */
export interface Finding extends Pick<OutputDiagnostic, "message" | "fix">, Partial<Pick<OutputDiagnostic, "element">> {
  /** For an error that the content may cause: then it is on every page, listing and feed that shows the content. */
  readonly isCause?: IsCause;
}

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
  readonly isCause: IsCause | undefined;
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
  add(group: string, diagnostic: OutputDiagnostic, isCause?: IsCause): void {
    this.#count += 1;
    const known = this.#groups.get(group);
    if (!known && this.#groups.size === MAX_GROUPS) this.#ungrouped += 1;
    else if (!known) this.#groups.set(group, { diagnostics: [diagnostic], more: 0, isCause });
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

  /**
   * Reports what the content causes once for each file that causes it, however many pages and feeds show it.
   *
   * @param find the lines of the content that match, and the pages of their files
   */
  async attribute(find: (isCause: IsCause) => Promise<readonly Pick<OutputDiagnostic, "source" | "page">[]>): Promise<void> {
    for (const [key, { diagnostics, more, isCause }] of this.#groups) {
      const causes = isCause ? await find(isCause) : [];
      if (causes.length === 0) continue;
      const attributed = causes.flatMap((cause) => {
        const shown = diagnostics.find(({ page }) => page === cause.page) ?? diagnostics[0];
        return shown ? [{ ...shown, element: shown.page === cause.page ? shown.element : undefined, ...cause }] : [];
      });
      const [first, rest] = [attributed.slice(0, MAX_PER_GROUP), attributed.slice(MAX_PER_GROUP)];
      this.#count += attributed.length - diagnostics.length - more;
      this.#groups.set(key, { diagnostics: first, more: rest.length, isCause: undefined });
    }
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
