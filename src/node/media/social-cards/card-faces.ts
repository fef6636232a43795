import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import opentype, { type Font } from "opentype.js";
import subsetFont from "subset-font";
import { contentHash } from "../../files/content-hash.ts";
import { nameLookupsDirectly } from "./direct-lookups.ts";
import { Face } from "./face.ts";

/** The typefaces of a card: those of the site, set as on its pages. */
export interface CardFaces {
  readonly wordmark: Face;
  readonly headline: Face;
  readonly kicker: Face;
  /** For dates and the tagline. */
  readonly small: Face;
}

/** The files that the typefaces are cut from, as they lie on the disk. */
export interface FaceFiles {
  readonly newsreader: readonly Buffer[];
  readonly libreFranklin: readonly Buffer[];
  /** Of all files. */
  readonly hash: string;
}

/** By script, the likeliest first. */
const SCRIPTS = ["latin", "latin-ext", "vietnamese"];
/** What is added after each letter, in ems. */
const TRACKING = { wordmark: -0.035, headline: -0.012, kicker: 0.06 };

/** First and last code points of what a Latin headline may hold: letters, punctuation, signs, ligatures. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x36f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0xfb00, 0xfb06],
];

export async function readFaceFiles(): Promise<FaceFiles> {
  const { resolve } = createRequire(import.meta.url);
  const read = (family: string) =>
    Promise.all(
      SCRIPTS.map((script) => readFile(resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`))),
    );
  const [newsreader, libreFranklin] = await Promise.all([read("newsreader"), read("libre-franklin")]);
  return { newsreader, libreFranklin, hash: contentHash(...newsreader, ...libreFranklin) };
}

/** Cuts the variable fonts to the weights that cards are set in, and reads their outlines. */
export async function openFaces({ newsreader, libreFranklin }: FaceFiles): Promise<CardFaces> {
  const open = (files: readonly Buffer[], weight: number) => Promise.all(files.map((file) => openFont(file, weight)));
  const serif = await open(newsreader, 600);
  return {
    wordmark: new Face(serif, TRACKING.wordmark),
    headline: new Face(serif, TRACKING.headline),
    kicker: new Face(await open(libreFranklin, 700), TRACKING.kicker),
    small: new Face(await open(libreFranklin, 400)),
  };
}

async function openFont(file: Buffer, wght: number): Promise<Font> {
  const characters = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const font = await subsetFont(file, characters.join(""), { targetFormat: "sfnt", variationAxes: { wght }, noHinting: true });
  nameLookupsDirectly(font);
  return opentype.parse(font.buffer.slice(font.byteOffset, font.byteOffset + font.byteLength));
}
