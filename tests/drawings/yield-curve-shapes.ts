import { curveMonotoneX, line } from "d3-shape";
import { Lettering, type Typeface } from "./lettering.ts";
import { PALETTE } from "./palette.ts";
import { disc, type Point, picture, stroke } from "./shapes.ts";

/** Maturities are closer together at the short end, where curves bend most. */
const MATURITY_X = [200, 330, 500, 710, 950, 1210] as const;

const CURVES = [
  { name: "Inverted", colour: PALETTE.ochre, textColour: PALETTE.umber, y: [216, 268, 362, 466, 540, 578] },
  { name: "Flat", colour: PALETTE.ink, textColour: PALETTE.ink, y: [428, 424, 420, 418, 416, 416] },
  { name: "Rising", colour: PALETTE.accent, textColour: PALETTE.accent, y: [640, 560, 440, 336, 272, 240] },
] as const;

/** Three schematic yield curves without figures. */
export function drawYieldCurveShapes(typeface: Typeface): string {
  const lettering = new Lettering(typeface);
  const words = { y: 806, size: 42, fill: PALETTE.quiet } as const;
  const body = [
    stroke("M130 150V740H1536", PALETTE.ink, 6),
    ...MATURITY_X.map((x) => stroke(`M${x} 740V180`, PALETTE.stone, 2.5, { dash: "3 13" })),
    lettering.write("Yield", { x: 130, y: 112, size: 46, weight: "semibold" }),
    lettering.write("Short maturity", { ...words, x: 130 }),
    lettering.write("Long maturity", { ...words, x: 1536, anchor: "end" }),
    ...CURVES.map(({ name, colour, textColour, y }) => {
      const points = MATURITY_X.map((x, index): Point => [x, y[index] ?? 0]);
      const end = y.at(-1) ?? 0;
      return [
        stroke(curvePath(points), colour, 14, { cap: "round" }),
        ...points.map(([x, pointY]) => disc(x, pointY, 15, PALETTE.sand) + disc(x, pointY, 10, colour)),
        lettering.write(name, { x: 1252, y: end + 18, size: 54, weight: "semibold", fill: textColour }),
      ].join("");
    }),
  ];
  return picture(PALETTE.sand, lettering.definitions(), ...body);
}

function curvePath(points: readonly Point[]): string {
  const curve = line<Point>(
    ([x]) => x,
    ([, y]) => y,
  )
    .curve(curveMonotoneX)
    .digits(1);
  return curve([...points]) ?? "";
}
