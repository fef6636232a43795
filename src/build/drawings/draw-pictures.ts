import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import opentype, { type Font } from "opentype.js";
import type { Atlas } from "./atlas.ts";
import { drawAll, type Material } from "./drawings.ts";
import { parseObservations, parseSeriesList } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
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

/** Reads all that drawings are made from: the market figures, the typeface, the outlines of countries. */
export function readMaterial(): Material {
  const series = parseSeriesList(read("_data/markets/series.yaml"));
  return {
    typeface: { regular: readFont(400), semibold: readFont(600) },
    atlases: { "10m": readAtlas("10m"), "50m": readAtlas("50m"), "110m": readAtlas("110m") },
    figures: new Map(
      series.map((facts) => [facts.id, { facts, observations: parseObservations(read(`_data/markets/${facts.id}.csv`)) }]),
    ),
  };
}

/** Where the picture of that name is kept. */
export function picturePath(name: string): string {
  return join(PICTURES, `${name}.svg`);
}

if (process.argv[1] === import.meta.filename) {
  const drawings = drawAll(readMaterial());
  for (const [name, svg] of drawings) writeFileSync(picturePath(name), svg);
  process.stdout.write(`${drawings.size} pictures drawn into src/content/pictures\n`);
}
