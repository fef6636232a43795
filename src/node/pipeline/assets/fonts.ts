import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import { contentHash } from "../../files/content-hash.ts";

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join("");
const LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽž";
const PUNCTUATION = "\u00A0–—‘’“”„…•‹›«»";
const SIGNS = "£¥€§©®°±·×÷½¼¾−†‡¿¡²³µ™";

/** A face of the site: which file it is cut from, and what of it readers need. */
interface Face {
  readonly name: string;
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly source: string;
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly text: string;
  readonly features: readonly string[];
  /** Whether every page needs it at once. */
  readonly preload: boolean;
}

const FACES: readonly Face[] = [
  {
    name: "newsreader",
    family: "Newsreader",
    style: "normal",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
    weight: { min: 400, max: 600 },
    text: ASCII + LETTERS + PUNCTUATION + SIGNS,
    features: ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum"],
    preload: true,
  },
  {
    name: "newsreader-italic",
    family: "Newsreader",
    style: "italic",
    source: "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
    weight: 400,
    text: ASCII + LETTERS + PUNCTUATION,
    features: ["kern", "mark", "ccmp", "locl"],
    preload: false,
  },
  {
    name: "libre-franklin",
    family: "Libre Franklin",
    style: "normal",
    source: "@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
    weight: { min: 400, max: 700 },
    text: ASCII + LETTERS + PUNCTUATION + SIGNS,
    features: ["kern", "mark", "ccmp", "locl", "lnum", "tnum"],
    preload: true,
  },
];

/** A font as published: its file, and the rule that declares it to a stylesheet beside it. */
export interface Font {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly rule: string;
  readonly preload: boolean;
}

/** Cuts the site's fonts down to the letters, weights and features in use: all of them together stay under 75 KB. */
export async function cutFonts(): Promise<readonly Font[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    FACES.map(async (face) => {
      const bytes = await subsetFont(await readFile(resolve(face.source)), face.text, {
        targetFormat: "woff2",
        variationAxes: { wght: face.weight },
        keepFeatures: [...face.features],
        noHinting: true,
      });
      const fileName = `${face.name}-${contentHash(bytes)}.woff2`;
      return { fileName, bytes, rule: fontFace(face, fileName), preload: face.preload };
    }),
  );
}

/** `optional`: a font that comes too late waits for the next page, so that no text ever moves under a reader's eyes. */
function fontFace({ family, style, weight }: Face, fileName: string): string {
  const range = typeof weight === "number" ? String(weight) : `${weight.min} ${weight.max}`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${range};font-display:optional;src:url("${fileName}")format("woff2")}`;
}
