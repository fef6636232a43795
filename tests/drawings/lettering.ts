import type { Font } from "opentype.js";
import { outline } from "../../src/node/media/social-cards/glyph-outline.ts";
import { element, round } from "../../src/node/media/social-cards/svg.ts";
import { PALETTE } from "./palette.ts";

export type Weight = "regular" | "semibold";
export type Typeface = Readonly<Record<Weight, Font>>;

export interface TextStyle {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  /** The ground's colour, drawn around the letters where they cross lines. */
  readonly halo?: string;
}

const HALO_WIDTH = 14;
const UNITS_PER_EM = 1000;
const ANCHOR_SHARE = { start: 0, middle: 0.5, end: 1 } as const;

/**
 * Sets text as outlines, so that a picture looks the same on machines that lack the typeface.
 * Each letter is defined once a picture and placed by reference: it keeps the files small.
 * State lives here because the definitions are known only after everything is written.
 */
export class Lettering {
  readonly #typeface: Typeface;
  readonly #glyphs = new Map<string, string>();

  constructor(typeface: Typeface) {
    this.#typeface = typeface;
  }

  /** How wide the text stands, in the picture's units. */
  width(text: string, size: number, weight: Weight = "regular"): number {
    return this.#typeface[weight].getAdvanceWidth(text, size);
  }

  write(text: string, style: TextStyle): string {
    const { size, weight = "regular", anchor = "start", fill = PALETTE.ink, halo } = style;
    const x = round(style.x - this.width(text, size, weight) * ANCHOR_SHARE[anchor]);
    const letters = this.#place(text, weight);
    const transform = `translate(${x} ${round(style.y)}) scale(${size / UNITS_PER_EM})`;
    const around =
      halo === undefined
        ? ""
        : element(
            "g",
            {
              transform,
              fill: halo,
              stroke: halo,
              "stroke-width": (HALO_WIDTH * UNITS_PER_EM) / size,
              "stroke-linejoin": "round",
            },
            letters,
          );
    return around + element("g", { transform, fill }, letters);
  }

  /** The outlines of all letters written so far; stands before them in the picture. */
  definitions(): string {
    if (this.#glyphs.size === 0) return "";
    const paths = [...this.#glyphs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, d]) => element("path", { id, d }));
    return element("defs", {}, paths.join(""));
  }

  #place(text: string, weight: Weight): string {
    const font = this.#typeface[weight];
    const uses: string[] = [];
    font.forEachGlyph(text, 0, 0, UNITS_PER_EM, undefined, (glyph, x) => {
      const d = outline(glyph.getPath(0, 0, UNITS_PER_EM).commands);
      if (d === "") return;
      // The id names the outline itself, so two pictures inlined in one page can share it without harm.
      const id = `${weight.charAt(0)}${glyph.index}`;
      this.#glyphs.set(id, d);
      uses.push(element("use", { href: `#${id}`, x: Math.round(x) }));
    });
    return uses.join("");
  }
}
