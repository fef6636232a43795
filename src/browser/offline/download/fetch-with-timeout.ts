import type { DownloadContext } from "./download-context.ts";

/** A response, read to its end. */
export interface Answer {
  readonly status: number;
  /** The media type, as in the header `Content-Type`. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Without any data for so long, the connection counts as lost. */
const TIMEOUT_MS = 30_000;
/** The type of files without one (RFC 9110, 8.3). */
const UNKNOWN_TYPE = "application/octet-stream";

/**
 * Fetches a file from the network, bypassing all caches. The timeout restarts with every chunk, so that slow downloads pass.
 *
 * @throws where the connection is lost or stalls, or `signal` is aborted
 */
export async function fetchWithTimeout(
  address: URL,
  { fetch }: Pick<DownloadContext, "fetch">,
  signal: AbortSignal,
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  const stall = () => controller.abort(new DOMException("The connection stalled.", "TimeoutError"));
  let timer = setTimeout(stall, TIMEOUT_MS);
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(stall, TIMEOUT_MS);
  };
  signal.throwIfAborted();
  signal.addEventListener("abort", abort);
  try {
    const response = await fetch(address, {
      cache: "no-store",
      headers: { Accept: "*/*" },
      priority: "low",
      signal: controller.signal,
    });
    const { status, headers } = response;
    return { status, type: headers.get("Content-Type") ?? UNKNOWN_TYPE, bytes: await read(response, restart) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

/** Reads a body to its end. */
async function read({ body }: Response, onChunk: () => void): Promise<ArrayBuffer> {
  const observed = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      onChunk();
      controller.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(observed) ?? null).arrayBuffer();
}
