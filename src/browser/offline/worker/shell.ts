import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { isHtml, isOwn, ownCopy } from "./cache-plugins.ts";
import { scope } from "./service-worker.ts";

/** The app shell, as paths from the publication's root. The build inserts it. */
declare const SHELL: { readonly mark: string; readonly files: readonly string[]; readonly pages: readonly string[] };

/** The publication's mark, and the full URLs of what every page needs. Files have hashed names, pages do not. */
export const shell = { mark: SHELL.mark, files: SHELL.files.map(inScope), pages: SHELL.pages.map(inScope) };

/**
 * Caches the app shell. Files that are cached already stay, unless an earlier version has cached something else in their place.
 *
 * @throws where any of it cannot be fetched, or is not the publication's: the worker is then not installed, and the browser tries again later
 */
export async function cacheShell(): Promise<void> {
  const names = cacheNames(scope);
  const files = await caches.open(names.files);
  const pages = await caches.open(names.pages);
  const missing = await Promise.all(shell.files.map(async (address) => ((await hasOwn(files, address)) ? [] : [address])));
  await Promise.all(missing.flat().map((address) => add(files, address, "default")));
  await Promise.all(shell.pages.map((address) => add(pages, address, "no-cache")));
}

async function add(cache: Cache, address: string, mode: RequestCache): Promise<void> {
  const response = await fetch(address, { cache: mode, priority: "low" });
  const isPage = address.endsWith("/");
  const copy = isHtml(response) === isPage ? await ownCopy(address, response, shell.mark) : null;
  if (!copy) throw new Error(`${response.status} for ${address}`);
  await cache.put(address, copy);
}

async function hasOwn(cache: Cache, address: string): Promise<boolean> {
  const stored = await cache.match(address);
  return stored !== undefined && isOwn(address, stored, shell.mark);
}

function inScope(path: string): string {
  return new URL(`.${path}`, scope).href;
}
