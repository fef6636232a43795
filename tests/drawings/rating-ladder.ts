import { Lettering, type Typeface } from "./lettering.ts";
import { PALETTE } from "./palette.ts";
import { area, box, picture, stroke } from "./shapes.ts";

const GRADES = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC"] as const;
const INVESTMENT_GRADES = 4;
const TOP_Y = 72;
const RUNG_PITCH = 112;
const RUNG_HEIGHT = 76;
/** The ladder narrows upwards in perspective. */
const MIDDLE_X = 510;
const TOP_HALF_WIDTH = 158;
const BOTTOM_HALF_WIDTH = 226;

/** A ladder with the grades of a rating scale on its rungs. */
export function drawRatingLadder(typeface: Typeface): string {
  const lettering = new Lettering(typeface);
  const lineY = (rungY(INVESTMENT_GRADES - 1) + RUNG_HEIGHT + rungY(INVESTMENT_GRADES)) / 2;
  const words = { x: 836, size: 60, weight: "semibold" } as const;
  const body = [
    area(`M0 ${lineY}H1600V900H0Z`, PALETTE.stone),
    stroke(`M0 ${lineY}H1600`, PALETTE.ink, 5, { dash: "22 16" }),
    ...[-1, 1].map((side) => drawRail(side)),
    ...GRADES.map((grade, index) => drawRung(grade, index, lettering)),
    lettering.write("Investment grade", { ...words, y: lineY - 46, fill: PALETTE.accent }),
    lettering.write("Speculative grade", { ...words, y: lineY + 84, fill: PALETTE.ink }),
  ];
  return picture(PALETTE.sand, lettering.definitions(), ...body);
}

function rungY(index: number): number {
  return TOP_Y + index * RUNG_PITCH;
}

function halfWidth(y: number): number {
  return TOP_HALF_WIDTH + ((BOTTOM_HALF_WIDTH - TOP_HALF_WIDTH) * y) / 900;
}

function drawRail(side: number): string {
  const [top, bottom] = [MIDDLE_X + side * (halfWidth(0) + 18), MIDDLE_X + side * (halfWidth(900) + 18)];
  return stroke(`M${top.toFixed(1)} -20L${bottom.toFixed(1)} 920`, PALETTE.ink, 36);
}

function drawRung(grade: string, index: number, lettering: Lettering): string {
  const y = rungY(index);
  const half = halfWidth(y + RUNG_HEIGHT / 2);
  const investment = index < INVESTMENT_GRADES;
  const colour = investment ? PALETTE.accent : PALETTE.ochre;
  const fill = investment ? PALETTE.paper : PALETTE.ink;
  const letters = lettering.write(grade, { x: MIDDLE_X, y: y + 57, size: 56, weight: "semibold", anchor: "middle", fill });
  return box(MIDDLE_X - half, y, half * 2, RUNG_HEIGHT, colour) + letters;
}
