import { element } from "../../src/node/media/social-cards/svg.ts";
import { PALETTE } from "./palette.ts";
import { arc, box, disc, onCircle, picture, ring, steps, stroke } from "./shapes.ts";

const CENTRE = { x: 800, y: 450 };
const SEATS = 15;
/** The horseshoe opens downwards. */
const FIRST_DEGREES = -134;
const STEP_DEGREES = 268 / (SEATS - 1);
/** Spread around the table: members sit in alphabetical order, so the five permanent ones are not neighbours. */
const PERMANENT: readonly number[] = [1, 4, 8, 10, 13];
const GALLERY_RADII = [520, 586, 652, 718, 784, 850] as const;

/** A council's table from above: fifteen seats, five of them ochre. */
export function drawCouncilChamber(): string {
  const { x, y } = CENTRE;
  return picture(
    PALETTE.sand,
    ...GALLERY_RADII.map(drawGalleryRow),
    disc(x, y, 432, PALETTE.accent),
    stroke(arc(x, y, 280, FIRST_DEGREES - 9, -FIRST_DEGREES + 9), PALETTE.ink, 96),
    stroke(arc(x, y, 280, FIRST_DEGREES - 9, -FIRST_DEGREES + 9), PALETTE.stone, 84),
    ...steps(SEATS).map(drawSeat),
    box(x - 128, y - 44, 256, 112, PALETTE.ink, 4),
    ...[-84, 0, 84].map((dx) => box(x + dx - 22, y - 22, 44, 60, PALETTE.paper)),
    ring(x, y, 438, PALETTE.sand, 12),
  );
}

function drawSeat(index: number): string {
  const degrees = FIRST_DEGREES + index * STEP_DEGREES;
  const [seatX, seatY] = onCircle(CENTRE.x, CENTRE.y, 372, degrees);
  const paper = element(
    "g",
    { transform: `translate(${CENTRE.x} ${CENTRE.y}) rotate(${degrees.toFixed(1)})` },
    box(-19, -308, 38, 50, PALETTE.paper),
    box(-11, -297, 22, 5, PALETTE.quiet),
    box(-11, -285, 22, 5, PALETTE.quiet),
  );
  return disc(seatX, seatY, 35, PERMANENT.includes(index) ? PALETTE.ochre : PALETTE.mist) + paper;
}

/** The public gallery: rows of seats up to the edges of the picture. */
function drawGalleryRow(radius: number): string {
  const [cx, cy] = [CENTRE.x, CENTRE.y];
  const circumference = 2 * Math.PI * radius;
  const pitch = circumference / Math.round(circumference / 52);
  return stroke(arc(cx, cy, radius, -129, 129), PALETTE.stone, 28, { dash: `0 ${pitch.toFixed(2)}`, cap: "round" });
}
