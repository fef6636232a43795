import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { storedCopy } from "../../../formats/offline/stored-copy.ts";
import { isComplete, isHtml } from "./cache-plugins.ts";
import { scope } from "./service-worker.ts";

/** The app shell, as paths from the publication's root. The build inserts it. */
declare const SHELL: { readonly files: readonly string[]; readonly pages: readonly string[] };

/** Full URLs of what every page needs. Files have hashed names, pages do not. */
export const shell = { files: SHELL.files.map(inScope), pages: SHELL.pages.map(inScope) };

/**
 * Caches the app shell. Files that are cached already stay.
 *
 * @throws where any of it cannot be fetched: the worker is then not installed, and the browser tries again later
 */
export async function cacheShell(): Promise<void> {
  const names = cacheNames(scope);
  const files = await caches.open(names.files);
  const pages = await caches.open(names.pages);
  const missing = await Promise.all(shell.files.map(async (address) => ((await files.match(address)) ? [] : [address])));
  await Promise.all(missing.flat().map((address) => add(files, address, "default")));
  await Promise.all(shell.pages.map((address) => add(pages, address, "no-cache")));
}

async function add(cache: Cache, address: string, mode: RequestCache): Promise<void> {
  const response = await fetch(address, { cache: mode, priority: "low" });
  const isPage = address.endsWith("/");
  if (!isComplete(response) || isHtml(response) !== isPage) throw new Error(`${response.status} for ${address}`);
  await cache.put(address, await storedCopy(response, Date.now()));
}

function inScope(path: string): string {
  return new URL(`.${path}`, scope).href;
}
