import { createHash } from "node:crypto";

/** The first ten hexadecimal digits of the SHA-256 of `parts`, for file names and cache keys. */
export function contentHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 10);
}
