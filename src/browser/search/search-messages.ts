import type { SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import type { SearchRequest } from "../../formats/search/search-request.ts";

/** Messages of a page to its search worker. Each search has an id; a newer one cancels those before. */
export type ToWorker =
  | { readonly kind: "open"; readonly index: string; readonly manifest: SearchManifest }
  | {
      readonly kind: "search";
      readonly searchId: number;
      readonly request: SearchRequest;
      readonly shown: number;
      readonly counts: boolean;
    }
  /** Cancels the searches before this id. */
  | { readonly kind: "cancel"; readonly searchId: number };

/** Messages of the search worker to its page. */
export type FromWorker =
  | { readonly kind: "answer"; readonly searchId: number; readonly answer: SearchAnswer }
  | { readonly kind: "failure"; readonly searchId: number };
