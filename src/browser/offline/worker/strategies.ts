import { CacheFirst, NetworkFirst, type SerwistPlugin, type Strategy } from "serwist";
import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { limitCache, onePageKey, ownFilesOnly, ownPagesOnly } from "./cache-plugins.ts";
import { fallBackToEdition, fallBackToOfflineVariant, preferEdition } from "./edition-plugins.ts";
import type { Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { shell } from "./shell.ts";
import { isNetworkStalled, stallDetection } from "./stalled-network.ts";

/** How long a page may take on a slow network before a stored copy is shown. */
const TIMEOUT = { networkTimeoutSeconds: 3 };

const MIB = 2 ** 20;
const pinned = new Set([...shell.files, ...shell.pages]);
const names = cacheNames(scope);
const [pagesOnly, filesOnly] = [ownPagesOnly(shell.mark), ownFilesOnly(shell.mark)];

/** Hosts vary responses by their compression, which stored copies do not have. */
const ignoreVary = { matchOptions: { ignoreVary: true } };

const pages = {
  cacheName: names.pages,
  plugins: [stallDetection, onePageKey, pagesOnly, preferEdition, limit(300, 30)],
  ...ignoreVary,
};
const files = { cacheName: names.files, plugins: [filesOnly, fallBackToEdition, limit(150, 20)], ...ignoreVary };
const pictures = {
  cacheName: names.pictures,
  plugins: [filesOnly, fallBackToEdition, fallBackToOfflineVariant, limit(120, 20)],
  ...ignoreVary,
};
/** Hashed and other files of the search share one cache and its limits. */
const searchLimits = limit(400, 30);
const search = { cacheName: names.search, plugins: [stallDetection, filesOnly, preferEdition, searchLimits], ...ignoreVary };
const hashedSearch = { ...search, plugins: [stallDetection, filesOnly, fallBackToEdition, searchLimits] };

/** Files with hashed names never change, so that their caches come first. */
const strategies: Readonly<Record<Route, Strategy>> = {
  pages: new NetworkFirst({ ...pages, ...TIMEOUT }),
  files: new CacheFirst(files),
  pictures: new CacheFirst(pictures),
  hashedSearch: new CacheFirst(hashedSearch),
  search: new NetworkFirst({ ...search, ...TIMEOUT }),
};

/** One search fetches many files in sequence: on a stalled network each would time out. */
const stalledSearch = new CacheFirst(search);

/** The caching strategy of a route at this moment. */
export function strategyOf(route: Route): Strategy {
  return route === "search" && isNetworkStalled() ? stalledSearch : strategies[route];
}

function limit(count: number, mib: number): SerwistPlugin {
  return limitCache({ count, bytes: mib * MIB, pinned });
}
