/** Messages for the error codes of Node and undici, worded to follow an address. */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOTFOUND: "has an unknown host",
  EAI_AGAIN: "has a host whose DNS lookup failed",
  ECONNREFUSED: "refused the connection",
  ECONNRESET: "closed the connection",
  EPIPE: "closed the connection",
  UND_ERR_SOCKET: "closed the connection",
  UND_ERR_CONNECT_TIMEOUT: "did not accept the connection in time",
  ENETUNREACH: "is unreachable from this network",
};

/** Formats an error thrown by `fetch` or while reading a response body. */
export function formatNetworkError(error: unknown, timeoutMs: number): string {
  if (error instanceof DOMException) return `did not respond within ${timeoutMs / 1000} seconds`;
  const cause = rootCause(error);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return MESSAGES[code] ?? `could not be fetched (${cause instanceof Error ? cause.message : String(cause)})`;
}

function rootCause(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error;
}
