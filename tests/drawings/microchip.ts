import { element } from "../../src/node/media/social-cards/svg.ts";
import { PALETTE } from "./palette.ts";
import { box, disc, type Point, picture, steps, stroke, through } from "./shapes.ts";

const CENTRE = { x: 800, y: 450 } as const;
const PINS = 9;
const PIN_PITCH = 44;
const HALF_PACKAGE = 240;

/** The blocks of the core: x, y, width and height on a grid of twelve steps, and a colour. */
const BLOCKS: readonly (readonly [number, number, number, number, string])[] = [
  [0, 0, 5, 4, PALETTE.ochre],
  [5, 0, 3, 4, PALETTE.straw],
  [8, 0, 4, 2, PALETTE.mist],
  [8, 2, 4, 2, PALETTE.steel],
  [0, 4, 3, 5, PALETTE.steel],
  [3, 4, 6, 5, PALETTE.paper],
  [9, 4, 3, 5, PALETTE.ochre],
  [0, 9, 4, 3, PALETTE.mist],
  [4, 9, 2, 3, PALETTE.ochre],
  [6, 9, 2, 3, PALETTE.ochre],
  [8, 9, 4, 3, PALETTE.straw],
];
const BLOCK_STEP = 21;

/** A chip from above, its conductors fanning out to the edges of the picture. */
export function drawMicrochip(): string {
  const flank = drawSide({ reach: 620, spread: 92, bendPitch: 26, outermostBend: 300 });
  const head = drawSide({ reach: 396, spread: 30, bendPitch: 9, outermostBend: 286 });
  return picture(
    PALETTE.accent,
    turned(flank, 0),
    turned(flank, 180),
    turned(head, 90),
    turned(head, 270),
    box(CENTRE.x - HALF_PACKAGE, CENTRE.y - HALF_PACKAGE, HALF_PACKAGE * 2, HALF_PACKAGE * 2, PALETTE.ink, 14),
    disc(CENTRE.x - HALF_PACKAGE + 44, CENTRE.y - HALF_PACKAGE + 44, 14, PALETTE.quiet),
    box(CENTRE.x - 144, CENTRE.y - 144, 288, 288, PALETTE.quiet),
    box(CENTRE.x - 134, CENTRE.y - 134, 268, 268, PALETTE.ink),
    ...BLOCKS.map(([x, y, width, height, fill]) =>
      box(
        CENTRE.x - 126 + x * BLOCK_STEP + 3,
        CENTRE.y - 126 + y * BLOCK_STEP + 3,
        width * BLOCK_STEP - 6,
        height * BLOCK_STEP - 6,
        fill,
      ),
    ),
    ...drawLanes(),
  );
}

function turned(shapes: string, degrees: number): string {
  return element("g", { transform: `translate(${CENTRE.x} ${CENTRE.y}) rotate(${degrees})` }, shapes);
}

interface Side {
  /** The length of the shorter conductors from the centre. */
  readonly reach: number;
  /** The sideways offset of the outermost conductors. */
  readonly spread: number;
  readonly bendPitch: number;
  readonly outermostBend: number;
}

/** The pins of the right-hand side and their conductors, with a 45° bend to the side. */
function drawSide({ reach, spread, bendPitch, outermostBend }: Side): string {
  return steps(PINS)
    .map((index) => {
      const rank = index - (PINS - 1) / 2;
      const y = rank * PIN_PITCH;
      const aside = (rank * spread) / 4;
      const bendX = outermostBend + (4 - Math.abs(rank)) * bendPitch;
      const long = index % 2 === 0;
      const endX = long ? 900 : reach - Math.abs(rank) * bendPitch;
      const route: Point[] = [
        [HALF_PACKAGE, y],
        [bendX, y],
        [bendX + Math.abs(aside), y + aside],
        [endX, y + aside],
      ];
      const end = long ? "" : disc(endX, y + aside, 15, PALETTE.ochre) + disc(endX, y + aside, 6, PALETTE.accent);
      return (
        stroke(through(route), long ? PALETTE.steel : PALETTE.mist, 9) +
        end +
        box(HALF_PACKAGE - 6, y - 12, 36, 24, PALETTE.straw)
      );
    })
    .join("");
}

/** Fine lines in the pale block, the focus of the picture. */
function drawLanes(): string[] {
  return steps(7).map((index) => box(CENTRE.x - 46, CENTRE.y - 27 + index * 12, index % 3 === 1 ? 60 : 108, 5, PALETTE.steel));
}
