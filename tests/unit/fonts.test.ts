import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { subsetFonts } from "../../src/node/pipeline/assets/fonts.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const cache = temporaryFolder();
const made = await subsetFonts(cache);
const files = readdirSync(cache).map((name) => join(cache, name));
const [file = ""] = files;
const cached = readFileSync(file);

it("subsets are the same, whether made or cached", async () => {
  expect(files).toHaveLength(3);
  expect(await subsetFonts(cache)).toEqual(made);
  expect(await subsetFonts(temporaryFolder())).toEqual(made);
});

it("a cached subset is used, and not made again", async () => {
  const other = Buffer.from("another font");
  writeFileSync(file, Buffer.concat([createHash("sha256").update(other).digest(), other]));
  const fonts = await subsetFonts(cache);
  writeFileSync(file, cached);
  expect(fonts.filter(({ bytes }) => bytes.equals(other))).toHaveLength(1);
});

it("a missing subset is made again", async () => {
  rmSync(file);
  expect(await subsetFonts(cache)).toEqual(made);
  expect(existsSync(file)).toBe(true);
});

it.each<[string, Buffer]>([
  ["empty", Buffer.alloc(0)],
  ["truncated", cached.subarray(0, -1)],
  ["changed", Buffer.concat([cached.subarray(0, -1), Buffer.of((cached.at(-1) ?? 0) ^ 1)])],
])("a cached subset that is %s is made again, and the cache repaired", async (_, damaged) => {
  writeFileSync(file, damaged);
  expect(await subsetFonts(cache)).toEqual(made);
  expect(readFileSync(file).equals(cached)).toBe(true);
});
