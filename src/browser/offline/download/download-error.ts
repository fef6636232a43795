import type { DownloadFailure, DownloadProgress } from "../../../formats/offline/download.ts";
import type { DownloadContext } from "./download-context.ts";

/** Ends a download that cannot resume by itself. */
export class DownloadError extends Error {
  readonly failure: DownloadFailure;

  constructor(failure: DownloadFailure) {
    super(`The download failed: ${failure.kind}.`);
    this.failure = failure;
  }
}

/** How much more the browser lets the site store; undefined where it does not say. */
export async function freeBytes({ storage }: Pick<DownloadContext, "storage">): Promise<number | undefined> {
  const { quota, usage } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
}

type Need = Pick<DownloadProgress, "bytes" | "bytesInAll">;

/** The failure of a download whose write the browser has rejected. */
export async function storageFailure(
  error: unknown,
  need: Need,
  context: Pick<DownloadContext, "storage">,
): Promise<DownloadFailure> {
  const isFull = error instanceof Error && error.name === "QuotaExceededError";
  return isFull ? noRoom(need, await freeBytes(context)) : { kind: "no-storage" };
}

/**
 * The failure of a download that is out of space. What it has fetched will be deleted, and is counted as free.
 *
 * @param free according to the browser, which does not know of a full disk: where it should be enough, it is left out
 */
export function noRoom({ bytes, bytesInAll }: Need, free: number | undefined): DownloadFailure {
  const freeAfterwards = free === undefined ? undefined : free + bytes;
  return {
    kind: "no-room",
    neededBytes: bytesInAll,
    freeBytes: freeAfterwards !== undefined && freeAfterwards < bytesInAll ? freeAfterwards : undefined,
  };
}
