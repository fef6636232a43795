import { CacheFirst, NetworkFirst, type SerwistPlugin, type Strategy } from "serwist";
import { cacheNames } from "../../newsroom/offline/cache-names.ts";
import { bounded } from "./bounds.ts";
import { filesOnly, pagesOnly } from "./fit-to-keep.ts";
import { oneKeyPerPage } from "./one-key-per-page.ts";
import type { Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { shell } from "./shell.ts";

/** How long a reader waits for a page on a bad line before the kept copy is shown. */
const PATIENCE = { networkTimeoutSeconds: 3 };

const MIB = 2 ** 20;
const spared = new Set([...shell.files, ...shell.pages]);
const names = cacheNames(scope);

/** Hosts vary answers by how they compress them, which a kept copy is not. */
const whoeverAsks = { matchOptions: { ignoreVary: true } };

const pages = { cacheName: names.pages, plugins: [oneKeyPerPage, pagesOnly, within(300, 30)], ...whoeverAsks };
const files = { cacheName: names.files, plugins: [filesOnly, within(150, 20)], ...whoeverAsks };
const pictures = { cacheName: names.pictures, plugins: [filesOnly, within(120, 20)], ...whoeverAsks };
const search = { cacheName: names.search, plugins: [filesOnly, within(400, 30)], ...whoeverAsks };

/** Where answers come from. What is named after its content never changes: there the network has nothing newer. */
export const strategies: Readonly<Record<Route, Strategy>> = {
  pages: new NetworkFirst({ ...pages, ...PATIENCE }),
  files: new CacheFirst(files),
  pictures: new CacheFirst(pictures),
  hashedSearch: new CacheFirst(search),
  search: new NetworkFirst({ ...search, ...PATIENCE }),
};

function within(count: number, mib: number): SerwistPlugin {
  return bounded({ count, bytes: mib * MIB, spared });
}
