import type { Font, Glyph } from "opentype.js";
import { outline } from "./glyph-outline.ts";

/** Where and how a line of text is set, in pixels. */
export interface LineStyle {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly sizePx: number;
  readonly fill: string;
}

/** A character as the face sets it. */
interface Letter {
  readonly font: Font;
  readonly glyph: Glyph;
  /** Path data in the font's units. */
  readonly outline: string;
  /** In ems. */
  readonly advance: number;
}

/**
 * A typeface whose letters are spread over several fonts, by script. State lives here because letters and widths are
 * kept: cards are drawn by the thousand, of the same letters and words.
 */
export class Face {
  readonly #fonts: readonly Font[];
  /** Added after each letter, in ems. */
  readonly #tracking: number;
  readonly #letters = new Map<string, Letter | undefined>();
  readonly #widths = new Map<string, number>();

  constructor(fonts: readonly Font[], tracking = 0) {
    this.#fonts = fonts;
    this.#tracking = tracking;
  }

  has(character: string): boolean {
    return this.#letter(character) !== undefined;
  }

  /** How wide a text stands, in ems. */
  width(text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    let width = 0;
    for (const { advance } of this.#place(text)) width += advance;
    this.#widths.set(text, width);
    return width;
  }

  /** A line of text as SVG. Characters that the face lacks are left out. */
  draw(text: string, { x, y, sizePx, fill }: LineStyle): string {
    let drawn = "";
    let atPx = x;
    for (const { font, outline: d, advance } of this.#place(text)) {
      const scale = (sizePx / font.unitsPerEm).toFixed(5);
      if (d !== "") drawn += `<path transform="translate(${atPx.toFixed(2)} ${y.toFixed(2)})scale(${scale})" d="${d}"/>`;
      atPx += advance * sizePx;
    }
    return `<g fill="${fill}">${drawn}</g>`;
  }

  /** The letters of a text, each with how far the next one stands from it. */
  #place(text: string): readonly Letter[] {
    const letters = [...text].flatMap((character) => this.#letter(character) ?? []);
    return letters.map((letter, index) => {
      const next = letters[index + 1];
      const isKerned = next?.font === letter.font;
      const kerning = isKerned ? letter.font.getKerningValue(letter.glyph, next.glyph) / letter.font.unitsPerEm : 0;
      return { ...letter, advance: letter.advance + kerning + this.#tracking };
    });
  }

  #letter(character: string): Letter | undefined {
    if (!this.#letters.has(character)) this.#letters.set(character, this.#openLetter(character));
    return this.#letters.get(character);
  }

  #openLetter(character: string): Letter | undefined {
    const font = this.#fonts.find((each) => each.charToGlyphIndex(character) > 0);
    if (!font) return undefined;
    const glyph = font.charToGlyph(character);
    const { commands } = glyph.getPath(0, 0, font.unitsPerEm);
    return { font, glyph, outline: outline(commands), advance: (glyph.advanceWidth ?? 0) / font.unitsPerEm };
  }
}
