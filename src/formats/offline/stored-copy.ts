/** Response header of a cached copy: when it was stored, in milliseconds since 1970. Caches of older versions have it too. */
const STORED_AT = "Kept-At";

/** Response header of a file from a stored edition: the edition's date, in ISO 8601. */
export const EDITION_DATE = "Edition-Date";

/** When a response was stored; undefined for one from the network. */
export function storedAtMs({ headers }: Pick<Response, "headers">): number | undefined {
  const field = headers.get(STORED_AT);
  return field === null ? undefined : Number(field);
}

/** The date of the stored edition that a response comes from; undefined for any other response. */
export function editionDate({ headers }: Pick<Response, "headers">): string | undefined {
  return headers.get(EDITION_DATE) ?? undefined;
}

/**
 * Copies a response for a cache: with a timestamp, with its real length, and no longer marked as redirected, since browsers
 * refuse redirected responses to navigations (https://fetch.spec.whatwg.org/#http-fetch).
 */
export async function storedCopy(response: Response, nowMs: number): Promise<Response> {
  const body = await response.blob();
  const headers = new Headers(response.headers);
  // The body has been decoded.
  headers.delete("Content-Encoding");
  headers.set("Content-Length", String(body.size));
  headers.set(STORED_AT, String(nowMs));
  return new Response(body, { status: response.status, statusText: response.statusText, headers });
}
