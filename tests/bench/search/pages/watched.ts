/** Measurements of the search page, in milliseconds since the start of its load. */
export interface Watched {
  readonly query: string;
  /** The last keystroke. */
  readonly keyMs: number;
  /** When results of the query were painted; 0 before. */
  readonly shownMs: number;
}

declare global {
  var watched: Watched;
  var watchFor: (query: string) => void;
}
