import { cacheNames, isOwnCache } from "../../../formats/offline/storage-names.ts";

declare const self: ServiceWorkerGlobalScope;

export const serviceWorker = self;

/** The full URL of the publication's root, with its trailing slash. */
export const scope = serviceWorker.registration.scope;

/** Deletes all caches of this publication. Those of other sites on the same host stay. */
export async function deleteOwnCaches(): Promise<void> {
  await deleteCaches((name) => isOwnCache(name, scope));
}

/** Deletes the caches that an older version of the worker has left. */
export async function deleteOldCaches(): Promise<void> {
  const used = new Set<string>(Object.values(cacheNames(scope)));
  await deleteCaches((name) => isOwnCache(name, scope) && !used.has(name));
}

async function deleteCaches(isUnwanted: (name: string) => boolean): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(isUnwanted).map((name) => caches.delete(name)));
}
