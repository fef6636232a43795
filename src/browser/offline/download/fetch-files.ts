import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { StoredFile } from "../store/edition-store.ts";
import { DownloadError } from "./download-error.ts";
import type { PlannedFile } from "./download-plan.ts";
import { type Host, isBusy, OK } from "./host.ts";

/** The limit of browsers for one host over HTTP/1.1. */
const CONCURRENCY = 6;

/**
 * Fetches files concurrently, and starts no more after an error.
 *
 * @throws the first error of `fetchOne`, once all fetches have ended
 */
export async function fetchFiles(files: readonly PlannedFile[], fetchOne: (file: PlannedFile) => Promise<void>): Promise<void> {
  await mapConcurrent(files, CONCURRENCY, fetchOne);
}

/**
 * Fetches a file and verifies its hash. Retries once where something else comes.
 *
 * @throws `DownloadError` where the host does not send it
 */
export async function fetchFile(host: Host, file: PlannedFile): Promise<StoredFile> {
  try {
    return await fetchOnce(host, file);
  } catch (error) {
    if (!mayBeOutdated(error)) throw error;
    return fetchOnce(host, file);
  }
}

/** Whether the host may have replaced the edition that the file belongs to. A busy host has been asked again already. */
export function mayBeOutdated(error: unknown): error is DownloadError {
  if (!(error instanceof DownloadError)) return false;
  const { failure } = error;
  return failure.kind === "damaged" || (failure.kind === "unavailable" && !isBusy(failure.status));
}

async function fetchOnce(host: Host, { path, sha256 }: PlannedFile): Promise<StoredFile> {
  const { status, type, bytes } = await host.fetch(path);
  if (status !== OK) throw new DownloadError({ kind: "unavailable", path, status });
  if ((await sha256Of(bytes)) !== sha256) throw new DownloadError({ kind: "damaged", path });
  return { sha256, type, bytes };
}

/** In hexadecimal digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
