import type { Font, Glyph, PathCommand } from "opentype.js";

/** Where and how a line of text is set, in pixels. */
export interface LineStyle {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly sizePx: number;
  readonly fill: string;
}

/** A glyph and its metrics. */
interface ShapedGlyph {
  readonly font: Font;
  readonly glyph: Glyph;
  /** Path data in font units. */
  readonly outline: string;
  /** In ems. */
  readonly advance: number;
}

/**
 * A typeface whose glyphs are spread over several fonts, by script. It caches glyphs and text widths: cards are drawn by
 * the thousand from the same letters and words.
 */
export class Typeface {
  readonly #fonts: readonly Font[];
  readonly #tracking: number;
  readonly #glyphs = new Map<string, ShapedGlyph | undefined>();
  readonly #widths = new Map<string, number>();

  /** @param tracking letter spacing in ems */
  constructor(fonts: readonly Font[], tracking = 0) {
    this.#fonts = fonts;
    this.#tracking = tracking;
  }

  has(character: string): boolean {
    return this.#glyphOf(character) !== undefined;
  }

  /** Measures a text, in ems. */
  width(text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    let width = 0;
    for (const { advance } of this.#shape(text)) width += advance;
    this.#widths.set(text, width);
    return width;
  }

  /** Draws a line of text as SVG paths. Characters without a glyph are skipped. */
  draw(text: string, { x, y, sizePx, fill }: LineStyle): string {
    let paths = "";
    let xPx = x;
    for (const { font, outline: d, advance } of this.#shape(text)) {
      const scale = (sizePx / font.unitsPerEm).toFixed(5);
      if (d !== "") paths += `<path transform="translate(${xPx.toFixed(2)} ${y.toFixed(2)})scale(${scale})" d="${d}"/>`;
      xPx += advance * sizePx;
    }
    return `<g fill="${fill}">${paths}</g>`;
  }

  /** The glyphs of a text, with kerning and tracking added to their advance. */
  #shape(text: string): readonly ShapedGlyph[] {
    const glyphs = [...text].flatMap((character) => this.#glyphOf(character) ?? []);
    return glyphs.map((glyph, index) => {
      const next = glyphs[index + 1];
      const isKerned = next?.font === glyph.font;
      const kerning = isKerned ? glyph.font.getKerningValue(glyph.glyph, next.glyph) / glyph.font.unitsPerEm : 0;
      return { ...glyph, advance: glyph.advance + kerning + this.#tracking };
    });
  }

  #glyphOf(character: string): ShapedGlyph | undefined {
    if (!this.#glyphs.has(character)) this.#glyphs.set(character, this.#findGlyph(character));
    return this.#glyphs.get(character);
  }

  #findGlyph(character: string): ShapedGlyph | undefined {
    const font = this.#fonts.find((each) => each.charToGlyphIndex(character) > 0);
    if (!font) return undefined;
    const glyph = font.charToGlyph(character);
    const { commands } = glyph.getPath(0, 0, font.unitsPerEm);
    return { font, glyph, outline: pathData(commands), advance: (glyph.advanceWidth ?? 0) / font.unitsPerEm };
  }
}

/** SVG path data of an outline of quadratic curves, in whole units, without repeated points. */
export function pathData(commands: readonly PathCommand[]): string {
  let path = "";
  let x = 0;
  let y = 0;
  for (const command of commands) {
    if (command.type === "Z") {
      path += "Z";
      continue;
    }
    const [toX, toY] = [Math.round(command.x), Math.round(command.y)];
    if (command.type !== "M" && toX === x && toY === y) continue;
    if (command.type === "M") path += `M${numbers(toX, toY)}`;
    if (command.type === "L") path += `l${numbers(toX - x, toY - y)}`;
    if (command.type === "Q") path += `q${numbers(Math.round(command.x1) - x, Math.round(command.y1) - y, toX - x, toY - y)}`;
    if (command.type === "C") throw new Error("Cubic outlines are not supported: the site's fonts have quadratic ones.");
    [x, y] = [toX, toY];
  }
  return path;
}

function numbers(...values: readonly number[]): string {
  return values.join(" ").replaceAll(" -", "-");
}
