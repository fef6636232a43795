import type { StoredEdition } from "./stored-edition.ts";

/**
 * A message from a page to the offline worker, with a port of a `MessageChannel` for the answer. Page and worker may be of two
 * versions, so that none of these names may change.
 */
export type ToOfflineWorker =
  /** Sent once, when the page has loaded. Answered with a `PageOrigin`. */
  | { readonly kind: "how-was-this-page-made" }
  /**
   * Every file of the edition has been stored: makes it the current one. Open pages go on with the edition that they come from.
   * Answered with a `Done`, like the following.
   */
  | { readonly kind: "swap-edition"; readonly edition: StoredEdition }
  /** The reader removes the stored edition. */
  | { readonly kind: "delete-edition" };

/** Where a page came from: the network, the copy stored when it was last read, or the downloaded edition. */
export type PageOrigin =
  | { readonly from: "network" }
  | { readonly from: "kept"; readonly keptAtMs: number }
  | { readonly from: "edition"; readonly date: string };

/** Success, or the name of the error, such as `QuotaExceededError`. */
export type Done = { readonly done: true } | { readonly done: false; readonly reason: string };
