import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import opentype, { type Font } from "opentype.js";
import subsetFont from "subset-font";
import { contentHash } from "../../files/content-hash.ts";
import { Typeface } from "./typeface.ts";

/** The typefaces of a card: those of the site, set as on its pages. */
export interface CardTypefaces {
  readonly wordmark: Typeface;
  readonly headline: Typeface;
  readonly kicker: Typeface;
  /** For dates and the tagline. */
  readonly small: Typeface;
}

/** The variable fonts that the typefaces are instances of, as files. */
export interface FontFiles {
  readonly newsreader: readonly Buffer[];
  readonly libreFranklin: readonly Buffer[];
  /** Of all files. */
  readonly hash: string;
}

/** In order of lookup, the likeliest first. */
const SCRIPTS = ["latin", "latin-ext", "vietnamese"];
/** Letter spacing in ems. */
const TRACKING = { wordmark: -0.035, headline: -0.012, kicker: 0.06 };

/** First and last code points of what a Latin headline may contain: letters, punctuation, symbols, ligatures. */
const UNICODE_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x36f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0xfb00, 0xfb06],
];

export async function readFontFiles(): Promise<FontFiles> {
  const { resolve } = createRequire(import.meta.url);
  const read = (family: string) =>
    Promise.all(
      SCRIPTS.map((script) => readFile(resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-normal.woff2`))),
    );
  const [newsreader, libreFranklin] = await Promise.all([read("newsreader"), read("libre-franklin")]);
  return { newsreader, libreFranklin, hash: contentHash(...newsreader, ...libreFranklin) };
}

/** Subsets the variable fonts to the weights and characters of cards, and parses their outlines. */
export async function openTypefaces({ newsreader, libreFranklin }: FontFiles): Promise<CardTypefaces> {
  const open = (files: readonly Buffer[], weight: number) => Promise.all(files.map((file) => openFont(file, weight)));
  const serif = await open(newsreader, 600);
  return {
    wordmark: new Typeface(serif, TRACKING.wordmark),
    headline: new Typeface(serif, TRACKING.headline),
    kicker: new Typeface(await open(libreFranklin, 700), TRACKING.kicker),
    small: new Typeface(await open(libreFranklin, 400)),
  };
}

async function openFont(file: Buffer, wght: number): Promise<Font> {
  const characters = UNICODE_RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const font = await subsetFont(file, characters.join(""), { targetFormat: "sfnt", variationAxes: { wght }, noHinting: true });
  inlineExtensionLookups(font);
  return opentype.parse(font.buffer.slice(font.byteOffset, font.byteOffset + font.byteLength));
}

/** GPOS lookup type 9, "extension positioning": a lookup whose subtables have 32-bit offsets. */
const EXTENSION = 9;
const MAX_OFFSET = 0xffff;

/**
 * Turns the extension lookups of a font's GPOS table into plain ones, in place. opentype.js does not follow extensions,
 * and the font's kerning would be lost. A lookup whose subtables are beyond a 16-bit offset is left alone.
 *
 * @param font an uncompressed OpenType font
 */
function inlineExtensionLookups(font: Buffer): void {
  const table = tableOffset(font, "GPOS");
  if (table === undefined) return;
  const list = table + font.readUInt16BE(table + 8);
  for (const lookup of readOffsets(font, list, list)) {
    if (font.readUInt16BE(lookup) !== EXTENSION) continue;
    const extensions = readOffsets(font, lookup + 4, lookup);
    const subtables = extensions.map((extension) => extension + font.readUInt32BE(extension + 4) - lookup);
    const [first] = extensions;
    if (first === undefined || subtables.some((offset) => offset > MAX_OFFSET)) continue;
    font.writeUInt16BE(font.readUInt16BE(first + 2), lookup);
    for (const [index, offset] of subtables.entries()) font.writeUInt16BE(offset, lookup + 6 + index * 2);
  }
}

/** Reads a count and that many offsets relative to `base`, and returns them as positions in the font. */
function readOffsets(font: Buffer, at: number, base: number): readonly number[] {
  return Array.from({ length: font.readUInt16BE(at) }, (_, index) => base + font.readUInt16BE(at + 2 + index * 2));
}

/** Looks up a table in the font's table directory. */
function tableOffset(font: Buffer, tag: string): number | undefined {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const record = records.find((at) => font.toString("latin1", at, at + 4) === tag);
  return record === undefined ? undefined : font.readUInt32BE(record + 8);
}
