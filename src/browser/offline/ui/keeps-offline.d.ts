/** Whether this edition has the browser keep its pages for reading offline, as the build was asked to. */
declare const KEEPS_OFFLINE: boolean;
