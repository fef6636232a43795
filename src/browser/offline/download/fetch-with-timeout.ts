import type { Surroundings } from "./download-context.ts";

/** What a host has answered. */
export interface Answer {
  readonly status: number;
  /** The media type, as in the field `Content-Type`. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** A line that carries nothing for so long is lost. */
const STALLED_MS = 30_000;
/** What files without a type are (RFC 9110, 8.3). */
const UNKNOWN_TYPE = "application/octet-stream";

/**
 * Fetches a file from the network alone.
 *
 * @throws where the line is lost, or `signal` aborted
 */
export async function patientFetch(address: URL, { fetch }: Pick<Surroundings, "fetch">, signal: AbortSignal): Promise<Answer> {
  const stop = new AbortController();
  const abort = () => stop.abort(signal.reason);
  const stall = () => stop.abort(new DOMException("Nothing came for too long.", "TimeoutError"));
  let timer = setTimeout(stall, STALLED_MS);
  const moving = () => {
    clearTimeout(timer);
    timer = setTimeout(stall, STALLED_MS);
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", abort);
  try {
    const response = await fetch(address, {
      cache: "no-store",
      headers: { Accept: "*/*" },
      priority: "low",
      signal: stop.signal,
    });
    const { status, headers } = response;
    return { status, type: headers.get("Content-Type") ?? UNKNOWN_TYPE, bytes: await read(response, moving) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

/** Reads to the end, and tells of everything that comes. */
async function read({ body }: Response, moving: () => void): Promise<ArrayBuffer> {
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      moving();
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(heard) ?? null).arrayBuffer();
}
