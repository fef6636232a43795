/** Why figures could not be fetched, for the person who must act. */
export class SourceFailure extends Error {
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What was asked for, where it is not the first address of the series. */
  readonly address: string | undefined;

  constructor(problem: string, remedy: string, options: ErrorOptions & { readonly address?: string } = {}) {
    super(`${problem}: ${remedy}`, options);
    this.name = "SourceFailure";
    this.problem = problem;
    this.remedy = remedy;
    this.address = options.address;
  }

  /** The same, of an address. */
  at(address: string): SourceFailure {
    return new SourceFailure(this.problem, this.remedy, { cause: this.cause, address });
  }
}

const LOOK = "look at what the address holds; where the source has changed its format, change its reader in src/markets/sources";
const SHOWN_CHARACTERS = 40;

/** An answer that is not of the form that its source is known for. */
export function wrongFormat(problem: string, cause?: unknown): SourceFailure {
  return new SourceFailure(problem, LOOK, { cause });
}

/** The beginning of an answer, on one line. */
export function beginningOf(text: string): string {
  const line = text.trimStart().split("\n", 1)[0]?.trim() ?? "";
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line;
}
