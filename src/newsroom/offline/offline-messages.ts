/** What a page asks the offline worker, with a port of a `MessageChannel` that the answer comes through. */
export interface ToOfflineWorker {
  /** Asked once, when the page has loaded. */
  readonly kind: "how-was-this-page-made";
}

/** Where a page came from: just now from the network, or from the copy that was kept at an instant. */
export type PageOrigin = { readonly from: "network" } | { readonly from: "kept"; readonly keptAtMs: number };
