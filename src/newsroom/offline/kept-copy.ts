/** Names the field of a kept copy that holds when it was kept, in milliseconds since 1970. */
const KEPT_AT = "Kept-At";

/** When a response was kept; undefined for one that has just come. */
export function keptAtMs({ headers }: Pick<Response, "headers">): number | undefined {
  const field = headers.get(KEPT_AT);
  return field === null ? undefined : Number(field);
}

/**
 * The form in which a response is kept: with the instant, with its true length, and without the trace of a redirection,
 * which browsers refuse in the answer to a navigation (https://fetch.spec.whatwg.org/#http-fetch).
 */
export async function keptCopy(response: Response, nowMs: number): Promise<Response> {
  const body = await response.blob();
  const headers = new Headers(response.headers);
  // The body is no longer as it was sent.
  headers.delete("Content-Encoding");
  headers.set("Content-Length", String(body.size));
  headers.set(KEPT_AT, String(nowMs));
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
