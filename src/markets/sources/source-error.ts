/** Why figures could not be fetched, and what to do about it. */
export class SourceError extends Error {
  /** What is wrong, worded to follow the address. */
  readonly reason: string;
  readonly fix: string;
  /** The address requested; undefined for the first address of the series. */
  readonly address: string | undefined;

  constructor(reason: string, fix: string, options: ErrorOptions & { readonly address?: string } = {}) {
    super(`${reason}: ${fix}`, options);
    this.name = "SourceError";
    this.reason = reason;
    this.fix = fix;
    this.address = options.address;
  }

  /** A copy with the address. */
  at(address: string): SourceError {
    return new SourceError(this.reason, this.fix, { cause: this.cause, address });
  }
}

const CHECK_FORMAT = "open the address; if the source has changed its format, change its parser in src/markets/sources";
const MAX_EXCERPT_LENGTH = 40;

/** The error for a response that does not have the expected format. */
export function unexpectedFormat(reason: string, cause?: unknown): SourceError {
  return new SourceError(reason, CHECK_FORMAT, { cause });
}

/** The first line of a response, truncated. */
export function excerpt(text: string): string {
  const line = text.trimStart().split("\n", 1)[0]?.trim() ?? "";
  return line.length > MAX_EXCERPT_LENGTH ? `${line.slice(0, MAX_EXCERPT_LENGTH)}…` : line;
}
