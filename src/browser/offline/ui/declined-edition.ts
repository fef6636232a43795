import { publicationRoot } from "../../publication-root.ts";

/** The publications of a host share one store. */
const KEY = `declined-edition ${publicationRoot.pathname}`;

/** Whether the reader did not want this edition, so that it is not offered again. */
export function isDeclined(fingerprint: string): boolean {
  try {
    return localStorage.getItem(KEY) === fingerprint;
  } catch {
    return false;
  }
}

/** Remembers that the reader does not want it now. Where storage is refused, the next page asks again. */
export function decline(fingerprint: string): void {
  try {
    localStorage.setItem(KEY, fingerprint);
  } catch {
    // The question is gone from this page all the same.
  }
}
