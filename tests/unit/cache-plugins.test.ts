import { describe, expect, it } from "vitest";
import { type CacheLimits, limitCache } from "../../src/browser/offline/worker/cache-plugins.ts";

const ORIGIN = "https://paper.example/";

/** A cache whose entries have these names and sizes, in the order of insertion. */
function fakeCache(entries: readonly (readonly [name: string, bytes: number])[]) {
  const sizes = new Map(entries.map(([name, bytes]) => [ORIGIN + name, bytes]));
  return {
    keys: async () => [...sizes.keys()].map((url) => ({ url })),
    match: async ({ url }: { readonly url: string }) =>
      new Response(null, { headers: { "Content-Length": String(sizes.get(url)) } }),
    delete: async ({ url }: { readonly url: string }) => sizes.delete(url),
    names: () => [...sizes.keys()].map((url) => url.slice(ORIGIN.length)),
  };
}

/** What is left in a cache after an update. */
async function namesAfterUpdate(entries: readonly (readonly [string, number])[], limits: Partial<CacheLimits>) {
  const cache = fakeCache(entries);
  Object.assign(globalThis, { caches: { open: async () => cache } });
  const plugin = limitCache({ count: 1000, bytes: 1000, pinned: new Set(), ...limits });
  await plugin.cacheDidUpdate?.({ cacheName: "pictures" } as Parameters<NonNullable<typeof plugin.cacheDidUpdate>>[0]);
  Reflect.deleteProperty(globalThis, "caches");
  return cache.names();
}

describe("a cache with limits", () => {
  const entries = Array.from({ length: 130 }, (_, index) => [`${index}.avif`, 1] as const);

  it("evicts the oldest entries above its count", async () => {
    expect(await namesAfterUpdate(entries, { count: 120 })).toEqual(entries.slice(10).map(([name]) => name));
  });

  it("evicts the oldest entries above its bytes", async () => {
    const large = ["a", "b", "c", "d"].map((name) => [name, 30] as const);
    expect(await namesAfterUpdate(large, { bytes: 100 })).toEqual(["b", "c", "d"]);
  });

  it("neither evicts nor counts pinned entries", async () => {
    const pinned = new Set([`${ORIGIN}0.avif`, `${ORIGIN}5.avif`]);
    const left = await namesAfterUpdate(entries.slice(0, 10), { count: 3, pinned });
    expect(left).toEqual(["0.avif", "5.avif", "7.avif", "8.avif", "9.avif"]);
  });

  it("stays as it is within its limits", async () => {
    expect(await namesAfterUpdate(entries, {})).toHaveLength(130);
  });
});
