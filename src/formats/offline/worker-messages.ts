import type { KeptEdition } from "./stored-edition.ts";

/** What a page asks the offline worker, with a port of a `MessageChannel` that the answer comes through. */
export type ToOfflineWorker =
  /** Asked once, when the page has loaded. Answered with a `PageOrigin`. */
  | { readonly kind: "how-was-this-page-made" }
  /**
   * Every file of the edition is in the store: from now on it is the kept one. Pages that are open go on with what they
   * were made from. This and what follows are answered with a `Done`.
   */
  | { readonly kind: "swap-edition"; readonly edition: KeptEdition }
  /** The reader wants the kept edition gone. */
  | { readonly kind: "delete-edition" };

/** Where a page came from: from the network, from the copy kept when it was read, or from the edition that was taken along. */
export type PageOrigin =
  | { readonly from: "network" }
  | { readonly from: "kept"; readonly keptAtMs: number }
  | { readonly from: "edition"; readonly date: string };

/** Whether it is done, and else why not. */
export type Done = { readonly done: true } | { readonly done: false; readonly reason: string };
