import type { Font } from "opentype.js";
import { element, round } from "../../src/node/media/social-cards/svg.ts";
import { pathData } from "../../src/node/media/social-cards/typeface.ts";
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
  /** The background colour, drawn around letters that cross lines. */
  readonly halo?: string;
}

const HALO_WIDTH = 14;
const UNITS_PER_EM = 1000;
const ANCHOR_SHARE = { start: 0, middle: 0.5, end: 1 } as const;

/**
 * Sets text as outlines, so that a picture does not depend on installed fonts. Each glyph is defined once in a picture and
 * used by reference, which keeps files small. Collects the glyphs, whose definitions are complete only after all text is set.
 */
export class Lettering {
  readonly #typeface: Typeface;
  readonly #glyphs = new Map<string, string>();

  constructor(typeface: Typeface) {
    this.#typeface = typeface;
  }

  /** The width of a text in the picture's units. */
  width(text: string, size: number, weight: Weight = "regular"): number {
    return this.#typeface[weight].getAdvanceWidth(text, size);
  }

  write(text: string, style: TextStyle): string {
    const { size, weight = "regular", anchor = "start", fill = PALETTE.ink, halo } = style;
    const x = round(style.x - this.width(text, size, weight) * ANCHOR_SHARE[anchor]);
    const letters = this.#glyphUses(text, weight);
    const transform = `translate(${x} ${round(style.y)}) scale(${size / UNITS_PER_EM})`;
    const outline =
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
    return outline + element("g", { transform, fill }, letters);
  }

  /** The `<defs>` of all glyphs used so far; must precede them in the picture. */
  definitions(): string {
    if (this.#glyphs.size === 0) return "";
    const paths = [...this.#glyphs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, d]) => element("path", { id, d }));
    return element("defs", {}, paths.join(""));
  }

  #glyphUses(text: string, weight: Weight): string {
    const font = this.#typeface[weight];
    const uses: string[] = [];
    font.forEachGlyph(text, 0, 0, UNITS_PER_EM, undefined, (glyph, x) => {
      const d = pathData(glyph.getPath(0, 0, UNITS_PER_EM).commands);
      if (d === "") return;
      // Derived from the glyph, so that pictures inlined in one page can share it.
      const id = `${weight.charAt(0)}${glyph.index}`;
      this.#glyphs.set(id, d);
      uses.push(element("use", { href: `#${id}`, x: Math.round(x) }));
    });
    return uses.join("");
  }
}
