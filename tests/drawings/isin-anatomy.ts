import { Lettering, type Typeface } from "./lettering.ts";
import { FRAME, PALETTE } from "./palette.ts";
import { box, picture, stroke } from "./shapes.ts";

/** The ISIN of Apple's common stock, in the parts of ISO 6166. */
const PARTS = [
  { characters: "US", name: ["Country"], fill: PALETTE.accent, ink: PALETTE.paper },
  { characters: "037833100", name: ["National number"], fill: PALETTE.paper, ink: PALETTE.ink },
  { characters: "5", name: ["Check", "digit"], fill: PALETTE.ochre, ink: PALETTE.ink },
] as const;

const CELL = { width: 106, height: 224, gap: 6, top: 244 } as const;
const PART_GAP = 34;
const LABEL_SIZE = 50;

/** Twelve characters in cells, their three parts bracketed and labelled. */
export function drawIsinAnatomy(typeface: Typeface): string {
  const lettering = new Lettering(typeface);
  const cells = PARTS.reduce((sum, { characters }) => sum + characters.length, 0);
  const total = cells * (CELL.width + CELL.gap) - CELL.gap * PARTS.length + PART_GAP * (PARTS.length - 1);
  let x = (FRAME.width - total) / 2;
  const body = PARTS.map((part) => {
    const width = part.characters.length * (CELL.width + CELL.gap) - CELL.gap;
    const drawn = drawPart(part, x, width, lettering);
    x += width + PART_GAP;
    return drawn;
  });
  return picture(PALETTE.sand, lettering.definitions(), ...body);
}

function drawPart(part: (typeof PARTS)[number], left: number, width: number, lettering: Lettering): string {
  const cells = [...part.characters].map((character, index) => {
    const x = left + index * (CELL.width + CELL.gap);
    const style = {
      x: x + CELL.width / 2,
      y: CELL.top + 161,
      size: 136,
      weight: "semibold",
      anchor: "middle",
      fill: part.ink,
    } as const;
    return box(x, CELL.top, CELL.width, CELL.height, part.fill) + lettering.write(character, style);
  });
  const bracketY = CELL.top + CELL.height + 34;
  const middle = left + width / 2;
  const bracket = `M${left + 3} ${bracketY - 12}V${bracketY + 14}H${left + width - 3}V${bracketY - 12}M${middle} ${bracketY + 14}v30`;
  const name = part.name.map((line, index) =>
    lettering.write(line, {
      x: middle,
      y: bracketY + 100 + index * LABEL_SIZE * 1.15,
      size: LABEL_SIZE,
      weight: "semibold",
      anchor: "middle",
    }),
  );
  return cells.join("") + stroke(bracket, PALETTE.ink, 6) + name.join("");
}
