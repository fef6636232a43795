import type { Selection } from "./edition-parts.ts";

/** What a reader has asked to be kept, until it is: it outlasts the tab. */
export interface SaveTask {
  readonly selection: Selection;
  readonly isPaused: boolean;
  /** Why it cannot go on by itself. */
  readonly fault?: SaveFault | undefined;
}

/** What can end a save before it is whole. Paths lead from the root. */
export type SaveFault =
  /** The device, or the browser, has no more room for it. */
  | { readonly kind: "no-room"; readonly neededBytes: number; readonly freeBytes: number | undefined }
  /** The browser gives no storage at all. */
  | { readonly kind: "no-storage" }
  /** What the host sends is not what the edition has, asked for twice. */
  | { readonly kind: "damaged"; readonly path: string }
  /** The host answers with an error. */
  | { readonly kind: "unavailable"; readonly path: string; readonly status: number }
  /** The part is not in the edition any more. */
  | { readonly kind: "no-such-part" };
