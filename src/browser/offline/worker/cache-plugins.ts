import type { SerwistPlugin } from "serwist";
import { storedCopy } from "../../../formats/offline/stored-copy.ts";
import { HEAD_BYTES, isOwnFile } from "../../../formats/publication-mark.ts";
import { pageKey } from "./routes.ts";

/** Caches every page under one key. */
export const onePageKey: SerwistPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => pageKey(request.url),
};

/** Caches pages of the publication only; others are passed on. */
export function ownPagesOnly(mark: string): SerwistPlugin {
  return {
    cacheWillUpdate: async ({ request, response }) => (isHtml(response) ? ownCopy(request.url, response, mark) : null),
  };
}

/** Caches files of the publication only. A page where a file was requested, as some hosts send it, counts as a network error. */
export function ownFilesOnly(mark: string): SerwistPlugin {
  return {
    fetchDidSucceed: async ({ request, response }) => {
      if (response.ok && isHtml(response)) throw new TypeError(`${request.url} is answered with a page.`);
      return response;
    },
    cacheWillUpdate: async ({ request, response }) => (isHtml(response) ? null : ownCopy(request.url, response, mark)),
  };
}

/** The copy to cache; null for an incomplete response, and for one that is not the publication's, or belongs to another address. */
export async function ownCopy(address: string, response: Response, mark: string): Promise<Response | null> {
  const isOfOther = response.redirected && pageKey(response.url) !== pageKey(address);
  if (!isComplete(response) || isOfOther) return null;
  const copy = await storedCopy(response, Date.now());
  return (await isOwn(address, copy, mark)) ? copy : null;
}

/** Whether a response is what the publication has at that address. Its body can still be read. */
export async function isOwn(address: string, response: Response, mark: string): Promise<boolean> {
  const body = await response.clone().blob();
  const head = await body.slice(0, HEAD_BYTES).arrayBuffer();
  return isOwnFile(new URL(address).pathname, new Uint8Array(head), mark);
}

export function isHtml({ headers }: Response): boolean {
  return headers.get("Content-Type")?.startsWith("text/html") ?? false;
}

/** Not a byte range, which has status 206, and not an opaque response. */
function isComplete({ status, type }: Response): boolean {
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
