import { describe, expect, it, vi } from "vitest";
import { lazy, PromiseCache } from "../../src/lib/promise-cache.ts";

describe("PromiseCache", () => {
  it("loads a key once, and shares the promise while it is loading", async () => {
    const cache = new PromiseCache<string>();
    const load = vi.fn(async () => "oil");
    expect(await Promise.all([cache.get("a", load), cache.get("a", load)])).toEqual(["oil", "oil"]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("loads again after a rejection", async () => {
    const cache = new PromiseCache<string>();
    await expect(cache.get("a", () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
    expect(await cache.get("a", async () => "oil")).toBe("oil");
  });

  it("evicts the least recently used entry beyond its capacity", async () => {
    const cache = new PromiseCache<string>(2);
    const load = vi.fn(async () => "value");
    for (const key of ["a", "b", "a", "c", "a", "b"]) await cache.get(key, load);
    expect(load).toHaveBeenCalledTimes(4);
  });
});

describe("lazy", () => {
  it("loads at the first call only", async () => {
    const load = vi.fn(async () => "gas");
    const get = lazy(load);
    expect(load).not.toHaveBeenCalled();
    expect(await Promise.all([get(), get()])).toEqual(["gas", "gas"]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("loads again after a rejection", async () => {
    const load = vi.fn(async () => "gas").mockRejectedValueOnce(new Error("offline"));
    const get = lazy(load);
    await expect(get()).rejects.toThrow("offline");
    expect(await get()).toBe("gas");
  });
});
