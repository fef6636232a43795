import { ContentError } from "./diagnostic.ts";

/** Formats an error for the console: content, usage and system errors by their message, bugs with their stack trace. */
export function formatError(error: unknown): string {
  const cause = rootCause(error);
  if (cause instanceof ContentError || cause instanceof UsageError || cause instanceof OperationError) return cause.message;
  if (cause instanceof Error && "code" in cause && "syscall" in cause) {
    return `${cause.message}\nThe operating system refused this. What was published before is unchanged.`;
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function rootCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const inner = "originalError" in error && error.originalError ? error.originalError : error.cause;
  return inner === undefined ? error : rootCause(inner);
}

/** Something outside the content that a person must act on, and the message says how; the process exits with 1. */
export class OperationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OperationError";
  }
}

/** An invalid command line; the process exits with 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
