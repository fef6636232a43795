import { ASSETS, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";

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

/** What of a request decides how it is answered. */
type Asked = Pick<Request, "url" | "method" | "mode" | "headers" | "cache">;

/**
 * How the worker of the publication at `scope` answers a request; undefined where it leaves it to the network, as it does
 * with other sites, feeds, files to download, parts of files, and what is asked for with `no-store`: whoever does that wants
 * what the host has, and has it to itself.
 */
export function routeOf({ url, method, mode, headers, cache }: Asked, scope: string): Route | undefined {
  const isNavigation = mode === "navigate";
  if (method !== "GET" || headers.has("Range") || !url.startsWith(scope)) return undefined;
  if (cache === "no-store" && !isNavigation) return undefined;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length - 1);
  return ROUTES.find(([, covers]) => covers(path, isNavigation))?.[0];
}
