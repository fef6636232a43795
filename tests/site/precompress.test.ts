import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { precompress } from "../../src/node/publish/precompress.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { differences, readTree, writeTree } from "./build-site.ts";

const PAGE = `<p>${"The price of oil rose. ".repeat(200)}</p>`;
const TEXTS = [
  "index.html",
  "2026/01/07/story/index.html",
  "assets/site.css",
  "assets/site.js",
  "feed.xml",
  "feed.json",
  "data/brent.csv",
  "robots.txt",
  "assets/icon.svg",
];

const UNTOUCHED: readonly (readonly [string, string | Uint8Array])[] = [
  ["short.html", "<p>Short.</p>"],
  ["pictures/map.avif", PAGE],
  ["pagefind/2026/fragment/en_1.pf_fragment", PAGE],
  ["_headers", PAGE],
  ["vercel.json", PAGE],
  ["noise.txt", randomBytes(4096)],
];

let site: string;
let cache: string;

beforeEach(() => {
  [site, cache] = [temporaryFolder(), temporaryFolder()];
  writeTree(site, [...TEXTS.map((path) => [path, PAGE] as const), ...UNTOUCHED]);
});

const steps = { expect: () => {}, advance: () => {} };

describe("precompressed files", () => {
  it("are beside every text file, smaller, in both formats", async () => {
    await precompress(site, cache, steps);
    for (const path of TEXTS) {
      const [br, gz] = [readFileSync(join(site, `${path}.br`)), readFileSync(join(site, `${path}.gz`))];
      expect(brotliDecompressSync(br).toString(), path).toBe(PAGE);
      expect(gunzipSync(gz).toString(), path).toBe(PAGE);
      expect(Math.max(br.length, gz.length), path).toBeLessThan(PAGE.length / 10);
    }
  });

  it("are not written for binary files, files for hosts, and where they save nothing", async () => {
    await precompress(site, cache, steps);
    const compressed = [...readTree(site).keys()].filter((path) => /\.(?:br|gz)$/.test(path));
    expect(compressed.sort()).toEqual(TEXTS.flatMap((path) => [`${path}.br`, `${path}.gz`]).sort());
  });

  it("have the same bytes for the same text, cached or not", async () => {
    await precompress(site, cache, steps);
    const first = readTree(site);
    const made = readdirSync(cache).map((name) => statSync(join(cache, name)).ino);
    for (const path of first.keys()) if (/\.(?:br|gz)$/.test(path)) rmSync(join(site, path));
    await precompress(site, cache, steps);
    expect(differences(first, readTree(site))).toEqual([]);
    expect(readdirSync(cache).map((name) => statSync(join(cache, name)).ino)).toEqual(made);
    rmSync(cache, { recursive: true });
    for (const path of first.keys()) if (/\.(?:br|gz)$/.test(path)) rmSync(join(site, path));
    await precompress(site, cache, steps);
    expect(differences(first, readTree(site))).toEqual([]);
  });

  it("are made again for a changed text", async () => {
    await precompress(site, cache, steps);
    writeTree(site, [["index.html", PAGE.replaceAll("rose", "fell")]]);
    await precompress(site, cache, steps);
    expect(brotliDecompressSync(readFileSync(join(site, "index.html.br"))).toString()).toContain("fell");
  });
});
