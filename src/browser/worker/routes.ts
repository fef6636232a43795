import { ASSETS, PICTURES, SEARCH_INDEX } from "../../newsroom/addresses.ts";

/** How a request can be answered. */
export type Route = "pages" | "files" | "pictures" | "hashedSearch" | "search";

/** Whether a route takes a path below the publication's root, which begins with a slash. */
type Covers = (path: string, isNavigation: boolean) => boolean;

/** Addresses of folders, of HTML, and of what has no ending: not those of feeds and of files to download. */
const PAGE = /\/(?:[^/.]*|[^/]*\.html)$/;

/** The first that covers a path counts. */
const ROUTES: readonly (readonly [Route, Covers])[] = [
  ["files", (path) => path.startsWith(ASSETS)],
  ["pictures", (path) => path.startsWith(PICTURES)],
  ["hashedSearch", (path) => path.startsWith(SEARCH_INDEX) && /\.pf_[a-z]+$/.test(path)],
  ["search", (path) => path.startsWith(SEARCH_INDEX)],
  ["pages", (path, isNavigation) => isNavigation && PAGE.test(path)],
];

/**
 * How the worker of the publication at `scope` answers a request; undefined where it leaves it to the network, as it does
 * with other sites, feeds, files to download and parts of files.
 */
export function routeOf({ url, method, mode, headers }: Pick<Request, "url" | "method" | "mode" | "headers">, scope: string) {
  if (method !== "GET" || headers.has("Range") || !url.startsWith(scope)) return undefined;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length - 1);
  return ROUTES.find(([, covers]) => covers(path, mode === "navigate"))?.[0];
}
