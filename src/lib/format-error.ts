import { ContentError } from "./diagnostic.ts";

/** What a person needs to know: faults of the content and of the machine in words, faults of the program with their trace. */
export function formatError(error: unknown): string {
  const cause = rootCause(error);
  if (cause instanceof ContentError || cause instanceof UsageError) return cause.message;
  if (cause instanceof Error && "code" in cause && "syscall" in cause) {
    return `${cause.message}\nThe machine refused this. What was published before is as it was.`;
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function rootCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const inner = "originalError" in error && error.originalError ? error.originalError : error.cause;
  return inner === undefined ? error : rootCause(inner);
}

/** A command line that makes no sense. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
