import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import opentype, { type Font } from "opentype.js";
import { ContentError, type Diagnostic } from "../../src/lib/diagnostic.ts";
import { readMarkets } from "../../src/node/ingest/markets/read-markets.ts";
import type { Atlas } from "./atlas.ts";
import { drawAll, type Material } from "./drawings.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PICTURES = join(ROOT, "src/content/pictures");

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function readFont(weight: number): Font {
  const file = readFileSync(
    join(ROOT, `node_modules/@fontsource/libre-franklin/files/libre-franklin-latin-${weight}-normal.woff`),
  );
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}

function readAtlas(detail: string): Atlas {
  return JSON.parse(read(`node_modules/world-atlas/countries-${detail}.json`));
}

/**
 * Reads the input of the drawings: market figures, typeface, outlines of countries.
 *
 * @param nowMs figures of later periods are rejected; epoch ms
 * @throws ContentError if the market files have errors
 */
export async function readMaterial(nowMs: number): Promise<Material> {
  const diagnostics: Diagnostic[] = [];
  const series = await readMarkets(join(ROOT, "_data/markets"), nowMs, diagnostics);
  if (diagnostics.length > 0) throw new ContentError(diagnostics);
  return {
    typeface: { regular: readFont(400), semibold: readFont(600) },
    atlases: { "10m": readAtlas("10m"), "50m": readAtlas("50m"), "110m": readAtlas("110m") },
    figures: new Map(series.map((each) => [each.id, each])),
  };
}

/** The path of a picture by its name. */
export function picturePath(name: string): string {
  return join(PICTURES, `${name}.svg`);
}

if (process.argv[1] === import.meta.filename) {
  const drawings = drawAll(await readMaterial(Date.now()));
  for (const [name, svg] of drawings) writeFileSync(picturePath(name), svg);
  process.stdout.write(`${drawings.size} pictures drawn into src/content/pictures\n`);
}
