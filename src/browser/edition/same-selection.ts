import type { Selection } from "../../newsroom/offline/edition-parts.ts";

/** Whether two readers, or one at two times, take the same along. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return a.part === b.part && a.pictures === b.pictures;
}
