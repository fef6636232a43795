import type { SerwistPlugin } from "serwist";
import { storedCopy } from "../../../formats/offline/stored-copy.ts";
import { pageKey } from "./routes.ts";

/** Caches every page under one key. */
export const onePageKey: SerwistPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => pageKey(request.url),
};

/** Caches complete HTML pages only. */
export const pagesOnly: SerwistPlugin = {
  cacheWillUpdate: async ({ response }) => (isComplete(response) && isHtml(response) ? storedCopy(response, Date.now()) : null),
};

/** Rejects HTML where a file was requested, since some hosts answer so for missing files. */
export const filesOnly: SerwistPlugin = {
  fetchDidSucceed: async ({ response }) => (response.ok && isHtml(response) ? Response.error() : response),
  cacheWillUpdate: async ({ response }) => (isComplete(response) && !isHtml(response) ? storedCopy(response, Date.now()) : null),
};

export function isHtml({ headers }: Response): boolean {
  return headers.get("Content-Type")?.startsWith("text/html") ?? false;
}

/** Not a byte range, which has status 206, and not an opaque response. */
export function isComplete({ status, type }: Response): boolean {
  return status === 200 && (type === "basic" || type === "default");
}

export interface CacheLimits {
  readonly count: number;
  readonly bytes: number;
  /** Full URLs of entries that stay, and do not count. */
  readonly pinned: ReadonlySet<string>;
}

/** Evicts the oldest entries whenever a cache exceeds its limits. */
export function limitCache(limits: CacheLimits): SerwistPlugin {
  return { cacheDidUpdate: async ({ cacheName }) => evict(await caches.open(cacheName), limits) };
}

/** Caches list their keys in the order of insertion (https://w3c.github.io/ServiceWorker/#cache-keys). */
async function evict(cache: Cache, { count, bytes, pinned }: CacheLimits): Promise<void> {
  const oldestFirst = (await cache.keys()).filter(({ url }) => !pinned.has(url));
  let countLeft = count;
  let bytesLeft = bytes;
  for (const request of oldestFirst.reverse()) {
    countLeft -= 1;
    bytesLeft -= await lengthOf(cache, request);
    if (countLeft < 0 || bytesLeft < 0) await cache.delete(request, { ignoreVary: true });
  }
}

async function lengthOf(cache: Cache, request: Request): Promise<number> {
  const response = await cache.match(request, { ignoreVary: true });
  return Number(response?.headers.get("Content-Length") ?? 0);
}
