/** What the codes of Node's network errors say. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "has a host that is not found",
  EAI_AGAIN: "has a host that cannot be looked up now",
  ECONNREFUSED: "refuses the connection",
  ECONNRESET: "broke off the connection",
  EPIPE: "broke off the connection",
  UND_ERR_SOCKET: "broke off the connection",
  UND_ERR_CONNECT_TIMEOUT: "does not take the connection",
  ENETUNREACH: "cannot be reached from here",
};

/** What has gone wrong with a request, from what `fetch` or the reading of its body has thrown. */
export function networkProblem(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException) return `has not answered within ${timeoutMs / 1000} seconds`;
  const cause = deepestCause(error);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? `could not be fetched (${cause instanceof Error ? cause.message : String(cause)})`;
}

function deepestCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? deepestCause(error.cause) : error;
}
