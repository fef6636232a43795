import type { SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import type { SearchRequest } from "../../formats/search/search-request.ts";

/** What a page tells the search worker. A search is told apart from the others by its turn; the latest counts. */
export type ToWorker =
  | { readonly kind: "open"; readonly index: string; readonly manifest: SearchManifest }
  | {
      readonly kind: "search";
      readonly turn: number;
      readonly request: SearchRequest;
      readonly shown: number;
      readonly counts: boolean;
    }
  /** Nobody waits any more for what was asked before this turn. */
  | { readonly kind: "cancel"; readonly turn: number };

/** What the search worker tells a page. */
export type FromWorker =
  | { readonly kind: "answer"; readonly turn: number; readonly answer: SearchAnswer }
  | { readonly kind: "failure"; readonly turn: number };
