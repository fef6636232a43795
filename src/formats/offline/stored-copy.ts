/** Names the field of a kept copy that holds when it was kept, in milliseconds since 1970. */
const KEPT_AT = "Kept-At";

/** Names the field of a response out of a kept edition that holds the edition's date, in ISO 8601. */
export const EDITION_DATE = "Edition-Date";

/** When a response was kept; undefined for one that has just come. */
export function keptAtMs({ headers }: Pick<Response, "headers">): number | undefined {
  const field = headers.get(KEPT_AT);
  return field === null ? undefined : Number(field);
}

/** The date of the kept edition that a response was taken from; undefined for one that was not. */
export function editionDate({ headers }: Pick<Response, "headers">): string | undefined {
  return headers.get(EDITION_DATE) ?? undefined;
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
