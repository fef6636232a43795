/** What the search page is watched for. Times are in milliseconds from the beginning of its loading. */
export interface Watched {
  readonly query: string;
  /** The last press of a key. */
  readonly keyMs: number;
  /** When stories for the query were on the screen; 0 as long as they are not. */
  readonly shownMs: number;
}

declare global {
  var watched: Watched;
  var watchFor: (query: string) => void;
}
