import { hash } from "node:crypto";
import { readFile, utimes } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createFontStack } from "@capsizecss/core";
import arial from "@capsizecss/metrics/arial";
import georgia from "@capsizecss/metrics/georgia";
import libreFranklin from "@capsizecss/metrics/libreFranklin";
import newsreader from "@capsizecss/metrics/newsreader";
import timesNewRoman from "@capsizecss/metrics/timesNewRoman";
import subsetFont, { type SubsetOptions } from "subset-font";
import { contentHash } from "../../files/content-hash.ts";
import { openCache, removeUnused, writeAtomically } from "../../files/file-cache.ts";
import { packageFolder } from "../../files/package-uses.ts";

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join("");
const LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽž";
const PUNCTUATION = "\u00A0–—‘’“”„…•‹›«»";
const SYMBOLS = "£¥€§©®°±·×÷½¼¾−†‡¿¡²³µ™";

/** A font face of the site: its source, and the subset that readers need. */
interface FontFace {
  readonly name: string;
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly source: string;
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly characters: string;
  readonly features: readonly string[];
  /** Whether every page needs it. */
  readonly preload: boolean;
}

const FACES: readonly FontFace[] = [
  {
    name: "newsreader",
    family: "Newsreader",
    style: "normal",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    weight: { min: 400, max: 600 },
    characters: ASCII + LETTERS + PUNCTUATION + SYMBOLS,
    features: ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum"],
    preload: true,
  },
  {
    name: "newsreader-italic",
    family: "Newsreader",
    style: "italic",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
    weight: 400,
    characters: ASCII + LETTERS + PUNCTUATION,
    features: ["kern", "mark", "ccmp", "locl"],
    preload: false,
  },
  {
    name: "libre-franklin",
    family: "Libre Franklin",
    style: "normal",
    source: "@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
    weight: { min: 400, max: 700 },
    characters: ASCII + LETTERS + PUNCTUATION + SYMBOLS,
    features: ["kern", "mark", "ccmp", "locl", "lnum", "tnum"],
    preload: true,
  },
];

/** A font file to publish, and the `@font-face` rule for a stylesheet beside it. */
interface Font {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly rule: string;
  readonly preload: boolean;
  /** The folder of the package that it comes from. */
  readonly packageFolder: string;
}

/**
 * Subsets the site's fonts to the characters, weights and features in use: together they stay under 75 KB.
 *
 * @param cacheFolder where subsets are cached, by a hash of everything that they depend on
 */
export async function subsetFonts(cacheFolder: string): Promise<readonly Font[]> {
  await openCache(cacheFolder);
  const { resolve } = createRequire(import.meta.url);
  const version = await subsetterVersion();
  const fonts = await Promise.all(
    FACES.map(async (face) => {
      const source = resolve(face.source);
      const bytes = await cachedSubset(await readFile(source), face, version, cacheFolder);
      const fileName = `${face.name}-${contentHash(bytes)}.woff2`;
      const rule = fontFaceRule(face, fileName);
      return { fileName, bytes, rule, preload: face.preload, packageFolder: packageFolder(source, source) };
    }),
  );
  await removeUnused(cacheFolder);
  return fonts;
}

/** A cache file is the SHA-256 of a font, then the font: a damaged one is made again. */
async function cachedSubset(source: Buffer, face: FontFace, version: string, cacheFolder: string): Promise<Buffer> {
  const options: SubsetOptions = {
    targetFormat: "woff2",
    variationAxes: { wght: face.weight },
    keepFeatures: [...face.features],
    noHinting: true,
  };
  const key = contentHash(source, face.characters, JSON.stringify(options), version);
  const file = join(cacheFolder, `${face.name}-${key}`);
  const cached = await readFile(file).catch(() => undefined);
  const font = cached?.subarray(DIGEST_BYTES);
  if (cached && font && digest(font).equals(cached.subarray(0, DIGEST_BYTES))) {
    const now = new Date();
    await utimes(file, now, now);
    return font;
  }
  const subset = await subsetFont(source, face.characters, options);
  await writeAtomically(file, Buffer.concat([digest(subset), subset]));
  return subset;
}

const DIGEST_BYTES = 32;

function digest(bytes: Uint8Array): Buffer {
  return hash("sha256", bytes, "buffer");
}

/** Identifies the code that determines the bytes of a subset: HarfBuzz, and the packages around it. */
async function subsetterVersion(): Promise<string> {
  const require = createRequire(import.meta.url);
  const subsetter = createRequire(require.resolve("subset-font"));
  const converter = createRequire(subsetter.resolve("fontverter"));
  const files = [
    require.resolve("subset-font/package.json"),
    subsetter.resolve("fontverter/package.json"),
    converter.resolve("wawoff2/package.json"),
    subsetter.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"),
  ];
  return contentHash(...(await Promise.all(files.map((file) => readFile(file)))));
}

/** `optional`: a font that loads too late is used from the next page on, so that text never moves while it is read. */
function fontFaceRule({ family, style, weight }: FontFace, fileName: string): string {
  const range = typeof weight === "number" ? String(weight) : `${weight.min} ${weight.max}`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${range};font-display:optional;src:url("${fileName}")format("woff2")}`;
}

/**
 * `@font-face` rules for system fonts with the metrics of ours, so that a page takes the same space in either.
 * `tokens.css` names the families.
 */
export function fallbackFonts(): string {
  const serif = createFontStack([newsreader, georgia, timesNewRoman]);
  const sans = createFontStack([libreFranklin, arial]);
  return `${serif.fontFaces}\n${sans.fontFaces}`;
}
