import { describe, expect, it } from "vitest";
import { PagefindFetch } from "../../src/browser/search/engine/pagefind-fetch.ts";

const INDEX = "https://example.org/a/pagefind/";

/** The fetch of a host that has these files, and the URLs requested from it. */
function pagefindFetch(files: Readonly<Record<string, string>>) {
  const requested: string[] = [];
  const host: typeof fetch = async (input) => {
    const address = String(input);
    requested.push(address);
    const file = files[address];
    if (file === "offline") throw new TypeError("Failed to fetch");
    return new Response(file ?? "not found", { status: file === undefined ? 404 : 200 });
  };
  return { engine: new PagefindFetch(INDEX, host), requested };
}

describe("the fetch of Pagefind", () => {
  it("serves the WebAssembly of every shard from one file beside them, fetched once", async () => {
    const { engine, requested } = pagefindFetch({ [`${INDEX}wasm.en.pagefind`]: "wasm" });
    const texts = [2026, 2025].map(async (year) => (await engine.fetch(`${INDEX}${year}/wasm.en.pagefind`)).text());
    expect(await Promise.all(texts)).toEqual(["wasm", "wasm"]);
    expect(requested).toEqual([`${INDEX}wasm.en.pagefind`]);
  });

  it("retries a WebAssembly that failed to load", async () => {
    const files: Record<string, string> = {};
    const { engine } = pagefindFetch(files);
    await expect(engine.fetch(`${INDEX}2026/wasm.en.pagefind`)).rejects.toThrow("404");
    files[`${INDEX}wasm.en.pagefind`] = "wasm";
    expect(await (await engine.fetch(`${INDEX}2026/wasm.en.pagefind`)).text()).toBe("wasm");
  });

  it("counts failures by shard", async () => {
    const { engine } = pagefindFetch({ [`${INDEX}2026/a`]: "a", [`${INDEX}2025/a`]: "offline" });
    await engine.fetch(`${INDEX}2026/a`);
    await engine.fetch(`${INDEX}2024/a`);
    await expect(engine.fetch(`${INDEX}2025/a`)).rejects.toThrow();
    await expect(engine.fetch(`${INDEX}2025/a`)).rejects.toThrow();
    expect([2026, 2025, 2024].map((year) => engine.failuresBelow(`${INDEX}${year}/`))).toEqual([0, 2, 1]);
  });
});
