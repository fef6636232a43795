import type { StoredFile } from "../store/edition-store.ts";
import { SaveError } from "./download-error.ts";
import { FOUND, type Host, isBusy } from "./host.ts";
import type { WantedFile } from "./required-files.ts";

/**
 * Fetches a file that is, to the byte, the one that the edition has. Where something else comes, it is asked for once more.
 *
 * @throws `SaveError` where the host does not send it
 */
export async function fetchFile(host: Host, file: WantedFile): Promise<StoredFile> {
  try {
    return await fetchOnce(host, file);
  } catch (error) {
    if (!isOfThisFile(error)) throw error;
    return fetchOnce(host, file);
  }
}

/** Whether a fault may be one of the file, as this edition has it, and not of the whole host, which has been asked again. */
export function isOfThisFile(error: unknown): error is SaveError {
  if (!(error instanceof SaveError)) return false;
  const { fault } = error;
  return fault.kind === "damaged" || (fault.kind === "unavailable" && !isBusy(fault.status));
}

async function fetchOnce(host: Host, { path, sha256 }: WantedFile): Promise<StoredFile> {
  const { status, type, bytes } = await host.ask(path);
  if (status !== FOUND) throw new SaveError({ kind: "unavailable", path, status });
  if ((await sha256Of(bytes)) !== sha256) throw new SaveError({ kind: "damaged", path });
  return { sha256, type, bytes };
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
