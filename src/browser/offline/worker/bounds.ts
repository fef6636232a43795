import type { SerwistPlugin } from "serwist";

/** How much a cache may hold. */
export interface Bounds {
  readonly count: number;
  readonly bytes: number;
  /** Whole addresses of what stays, and counts for nothing. */
  readonly spared: ReadonlySet<string>;
}

/** Deletes what was kept longest ago, whenever a cache has taken in more than its bounds allow. */
export function bounded(bounds: Bounds): SerwistPlugin {
  return { cacheDidUpdate: async ({ cacheName }) => trim(await caches.open(cacheName), bounds) };
}

/** A cache lists what it holds in the order in which it was put there (https://w3c.github.io/ServiceWorker/#cache-keys). */
async function trim(cache: Cache, { count, bytes, spared }: Bounds): Promise<void> {
  const oldestFirst = (await cache.keys()).filter(({ url }) => !spared.has(url));
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
