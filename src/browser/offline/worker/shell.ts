import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { keptCopy } from "../../../formats/offline/stored-copy.ts";
import { isFound, isHtml } from "./fit-to-keep.ts";
import { scope } from "./service-worker.ts";

/** Whole addresses of what every page needs. The names of files change with their content, those of pages do not. */
export const shell = { files: SHELL.files.map(inScope), pages: SHELL.pages.map(inScope) };

/**
 * Keeps the shell, and what is there of it already stays.
 *
 * @throws where any of it cannot be had: the worker is then not installed, and the browser tries again
 */
export async function keepShell(): Promise<void> {
  const names = cacheNames(scope);
  const files = await caches.open(names.files);
  const pages = await caches.open(names.pages);
  const missing = await Promise.all(shell.files.map(async (address) => ((await files.match(address)) ? [] : [address])));
  await Promise.all(missing.flat().map((address) => keep(files, address, "default")));
  await Promise.all(shell.pages.map((address) => keep(pages, address, "no-cache")));
}

async function keep(cache: Cache, address: string, mode: RequestCache): Promise<void> {
  const response = await fetch(address, { cache: mode, priority: "low" });
  const isPage = address.endsWith("/");
  if (!isFound(response) || isHtml(response) !== isPage) throw new Error(`${response.status} for ${address}`);
  await cache.put(address, await keptCopy(response, Date.now()));
}

function inScope(path: string): string {
  return new URL(`.${path}`, scope).href;
}
