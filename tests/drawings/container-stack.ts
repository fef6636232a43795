import { PALETTE } from "./palette.ts";
import { area, box, disc, picture, steps, stroke } from "./shapes.ts";

const BOX = { width: 98, height: 50, gap: 7 } as const;
const STACK = { left: 232, deckY: 628 } as const;

/** The columns from the deck upwards: a accent, o ochre, i ink, p paper, s steel, b mist. */
const COLUMNS = ["aois", "oapsa", "siaob", "paosia", "iosapo", "abisoa", "osapi", "ipaos", "saob"] as const;

const COLOURS: Readonly<Record<string, string>> = {
  a: PALETTE.accent,
  o: PALETTE.ochre,
  i: PALETTE.ink,
  p: PALETTE.paper,
  s: PALETTE.steel,
  b: PALETTE.mist,
};

/** A container ship from the side. */
export function drawContainerStack(): string {
  return picture(
    PALETTE.sand,
    disc(1486, 214, 92, PALETTE.ochre),
    drawCrane(),
    ...COLUMNS.map(drawColumn),
    drawBridge(),
    area("M118 628H1490L1420 790H214Z", PALETTE.ink),
    box(150, 664, 1322, 14, PALETTE.ochre),
    area("M0 752H1600V900H0Z", PALETTE.accent),
    ...[
      "M70 800H430",
      "M520 800H610",
      "M760 800H1180",
      "M1290 800H1530",
      "M190 846H330",
      "M450 846H880",
      "M1010 846H1110",
      "M1240 846H1420",
    ].map((d) => stroke(d, PALETTE.steel, 8, { cap: "round" })),
  );
}

function drawColumn(column: string, index: number): string {
  const x = STACK.left + index * (BOX.width + BOX.gap);
  return [...column]
    .map((letter, level) => {
      const y = STACK.deckY - (level + 1) * (BOX.height + BOX.gap);
      const ribs = steps(4)
        .map((rib) => `M${x + 20 + rib * 19.5} ${y + 10}v${BOX.height - 20}`)
        .join("");
      return (
        box(x, y, BOX.width, BOX.height, COLOURS[letter] ?? PALETTE.ink) +
        stroke(ribs, letter === "p" ? PALETTE.stone : PALETTE.sand, 2.5)
      );
    })
    .join("");
}

function drawBridge(): string {
  const windows = steps(5).map((index) => box(1214 + index * 34, 322, 22, 26, PALETTE.accent));
  const decks = steps(4).map((index) => box(1226, 404 + index * 56, 148, 8, PALETTE.stone));
  return [
    box(1210, 366, 180, 262, PALETTE.paper),
    box(1196, 300, 208, 66, PALETTE.paper),
    ...windows,
    ...decks,
    box(1196, 366, 208, 10, PALETTE.ink),
    box(1258, 240, 10, 60, PALETTE.ink),
    box(1232, 240, 62, 12, PALETTE.ink),
    box(1412, 470, 54, 158, PALETTE.accent),
    box(1412, 498, 54, 22, PALETTE.ochre),
  ].join("");
}

/** A quay crane behind the ship with a container. */
function drawCrane(): string {
  return [
    stroke("M96 752V128M262 752V128M96 440H262M96 752L262 440M96 440L262 128", PALETTE.stone, 16),
    stroke("M30 128H1010", PALETTE.stone, 26),
    stroke("M178 128L178 34L760 118", PALETTE.stone, 10),
    stroke("M846 140V206M918 140V206", PALETTE.quiet, 4),
    box(830, 132, 104, 22, PALETTE.quiet),
    box(833, 206, BOX.width, BOX.height, PALETTE.ochre),
    stroke("M853 216v30M872.5 216v30M892 216v30M911.5 216v30", PALETTE.sand, 2.5),
  ].join("");
}
