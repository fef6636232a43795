import type { WantedFile } from "./required-files.ts";

/** As many as browsers ask of one host over HTTP/1.1. */
const AT_ONCE = 6;

/**
 * Fetches files, several at once. After one that fails, nothing further is asked for.
 *
 * @throws what `fetchOne` has thrown first, as soon as nothing is on its way any more
 */
export async function fetchMissing(files: readonly WantedFile[], fetchOne: (file: WantedFile) => Promise<void>): Promise<void> {
  const left = files.values();
  const errors: unknown[] = [];
  const fetchInTurn = async () => {
    for (const file of left) {
      if (errors.length > 0) return;
      await fetchOne(file).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchInTurn));
  if (errors.length > 0) throw errors[0];
}
