import { CacheFirst, NetworkFirst, type SerwistPlugin, type Strategy } from "serwist";
import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { bounded } from "./bounds.ts";
import { filesOnly, pagesOnly } from "./fit-to-keep.ts";
import { anyWidth, editionElse, editionFirst } from "./from-edition.ts";
import { isLineHanging, lineWatch } from "./hanging-line.ts";
import { oneKeyPerPage } from "./one-key-per-page.ts";
import type { Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { shell } from "./shell.ts";

/** How long a reader waits for a page on a bad line before what is kept is shown. */
const PATIENCE = { networkTimeoutSeconds: 3 };

const MIB = 2 ** 20;
const spared = new Set([...shell.files, ...shell.pages]);
const names = cacheNames(scope);

/** Hosts vary answers by how they compress them, which a kept copy is not. */
const whoeverAsks = { matchOptions: { ignoreVary: true } };

const pages = {
  cacheName: names.pages,
  plugins: [lineWatch, oneKeyPerPage, pagesOnly, editionFirst, within(300, 30)],
  ...whoeverAsks,
};
const files = { cacheName: names.files, plugins: [filesOnly, editionElse, within(150, 20)], ...whoeverAsks };
const pictures = { cacheName: names.pictures, plugins: [filesOnly, editionElse, anyWidth, within(120, 20)], ...whoeverAsks };
/** How much of the search is kept in all: whether a file is named after its content makes no difference. */
const searchBounds = within(400, 30);
const search = { cacheName: names.search, plugins: [lineWatch, filesOnly, editionFirst, searchBounds], ...whoeverAsks };
const hashedSearch = { ...search, plugins: [lineWatch, filesOnly, editionElse, searchBounds] };

/** What is named after its content never changes: there the network has nothing newer. */
const strategies: Readonly<Record<Route, Strategy>> = {
  pages: new NetworkFirst({ ...pages, ...PATIENCE }),
  files: new CacheFirst(files),
  pictures: new CacheFirst(pictures),
  hashedSearch: new CacheFirst(hashedSearch),
  search: new NetworkFirst({ ...search, ...PATIENCE }),
};

/** The search of a reader who has just waited in vain: one search asks for many files, one after the other. */
const searchAtHand = new CacheFirst(search);

/** Where the answers of a route come from at this moment. */
export function strategyOf(route: Route): Strategy {
  return route === "search" && isLineHanging() ? searchAtHand : strategies[route];
}

function within(count: number, mib: number): SerwistPlugin {
  return bounded({ count, bytes: mib * MIB, spared });
}
