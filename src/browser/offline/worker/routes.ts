import { ASSETS, LICENCES, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";

/** The kinds of requests that the worker answers. */
export type Route = "pages" | "files" | "pictures" | "hashedSearch" | "search";

/** Whether a route matches a path below the publication's root, which starts with a slash. */
type Matches = (path: string, isNavigation: boolean) => boolean;

/** Folders, HTML files, and paths without an extension: not feeds and downloads. The licences are a page that is plain text. */
const PAGE = /\/(?:[^/.]*|[^/]*\.html)$/;

/** The first match counts. */
const ROUTES: readonly (readonly [Route, Matches])[] = [
  ["files", (path) => path.startsWith(ASSETS)],
  ["pictures", (path) => path.startsWith(PICTURES)],
  ["hashedSearch", (path) => path.startsWith(SEARCH_INDEX) && /\.pf_[a-z]+$/.test(path)],
  ["search", (path) => path.startsWith(SEARCH_INDEX)],
  ["pages", (path, isNavigation) => isNavigation && (PAGE.test(path) || path === LICENCES)],
];

type RoutedRequest = Pick<Request, "url" | "method" | "mode" | "headers" | "cache">;

/**
 * Finds the route of a request to the publication at `scope`. Undefined for requests that go to the network alone: those of other
 * sites, feeds, downloads and byte ranges, and those with `no-store`, which explicitly bypass all caches.
 */
export function routeOf({ url, method, mode, headers, cache }: RoutedRequest, scope: string): Route | undefined {
  const isNavigation = mode === "navigate";
  if (method !== "GET" || headers.has("Range") || !url.startsWith(scope)) return undefined;
  if (cache === "no-store" && !isNavigation) return undefined;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length - 1);
  return ROUTES.find(([, matches]) => matches(path, isNavigation))?.[0];
}

/** The cache key of a page: without query, and with the slash of its folder, however it is requested. */
export function pageKey(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/\/index\.html$/, "/").replace(/\/[^/.]+$/, "$&/");
  return origin + path;
}
