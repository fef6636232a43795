import { cacheNames, isOwnCache } from "../../../formats/offline/storage-names.ts";
import { scope } from "./service-worker.ts";

/** Deletes every cache of this publication. Those of other sites on the same host stay. */
export async function deleteOwnCaches(): Promise<void> {
  await deleteCaches((name) => isOwnCache(name, scope));
}

/** Deletes the caches of this publication that no worker of today uses. */
export async function deleteFormerCaches(): Promise<void> {
  const used = new Set<string>(Object.values(cacheNames(scope)));
  await deleteCaches((name) => isOwnCache(name, scope) && !used.has(name));
}

async function deleteCaches(isUnwanted: (name: string) => boolean): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(isUnwanted).map((name) => caches.delete(name)));
}
