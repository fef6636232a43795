import { describe, expect, it } from "vitest";
import { EngineFiles } from "../../src/browser/search/engine/engine-files.ts";

const INDEX = "https://example.org/a/pagefind/";

/** The door to a host that has these files and notes what it is asked for. */
function door(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const host: typeof fetch = async (input) => {
    const address = String(input);
    asked.push(address);
    const file = files[address];
    if (file === "no line") throw new TypeError("Failed to fetch");
    return new Response(file ?? "not found", { status: file === undefined ? 404 : 200 });
  };
  return { engine: new EngineFiles(INDEX, host), asked };
}

describe("the door through which Pagefind gets its files", () => {
  it("hands every volume the one WebAssembly that stands beside them, fetched once", async () => {
    const { engine, asked } = door({ [`${INDEX}wasm.en.pagefind`]: "wasm" });
    const texts = [2026, 2025].map(async (year) => (await engine.fetch(`${INDEX}${year}/wasm.en.pagefind`)).text());
    expect(await Promise.all(texts)).toEqual(["wasm", "wasm"]);
    expect(asked).toEqual([`${INDEX}wasm.en.pagefind`]);
  });

  it("asks again for a WebAssembly that could not be fetched", async () => {
    const files: Record<string, string> = {};
    const { engine } = door(files);
    await expect(engine.fetch(`${INDEX}2026/wasm.en.pagefind`)).rejects.toThrow("404");
    files[`${INDEX}wasm.en.pagefind`] = "wasm";
    expect(await (await engine.fetch(`${INDEX}2026/wasm.en.pagefind`)).text()).toBe("wasm");
  });

  it("counts what fails, by volume", async () => {
    const { engine } = door({ [`${INDEX}2026/a`]: "a", [`${INDEX}2025/a`]: "no line" });
    await engine.fetch(`${INDEX}2026/a`);
    await engine.fetch(`${INDEX}2024/a`);
    await expect(engine.fetch(`${INDEX}2025/a`)).rejects.toThrow();
    await expect(engine.fetch(`${INDEX}2025/a`)).rejects.toThrow();
    expect([2026, 2025, 2024].map((year) => engine.failuresBelow(`${INDEX}${year}/`))).toEqual([0, 2, 1]);
  });
});
