/** The file of the search worker beside the page's scripts, as the bundler has named it. */
declare const SEARCH_WORKER: string;
