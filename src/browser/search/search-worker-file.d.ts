/** The path of the search worker, relative to the page's scripts. Defined by the bundler. */
declare const SEARCH_WORKER: string;
