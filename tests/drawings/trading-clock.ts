import { PALETTE } from "./palette.ts";
import { area, box, disc, onCircle, picture, ring, steps, stroke, through } from "./shapes.ts";

interface Clock {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** How far the second hand is ahead, in degrees. */
  readonly aheadDegrees: number;
}

const TRUE_SECOND_DEGREES = 48;
const CLOCKS: readonly Clock[] = [
  { x: 276, y: 470, radius: 186, aheadDegrees: 0 },
  { x: 1324, y: 470, radius: 186, aheadDegrees: 34 },
  { x: 800, y: 430, radius: 318, aheadDegrees: 0 },
];

/** Three clocks on one line, one of them ahead by an ochre wedge, with bars for the order of events below. */
export function drawTradingClock(): string {
  return picture(
    PALETTE.sand,
    area("M0 640H1600V900H0Z", PALETTE.accent),
    ...steps(40).map((index) =>
      box(14 + index * 40, 860 - ((index * 37) % 11) * 6 - ((index * 13) % 7) * 5, 24, 160, PALETTE.steel),
    ),
    stroke("M276 470H1324", PALETTE.ink, 10),
    ...CLOCKS.map(drawClock),
  );
}

function drawClock({ x, y, radius, aheadDegrees }: Clock): string {
  const scale = radius / 318;
  const hand = (degrees: number, length: number, colour: string, width: number, back = 0): string =>
    stroke(through([onCircle(x, y, -radius * back, degrees), onCircle(x, y, radius * length, degrees)]), colour, width * scale, {
      cap: "round",
    });
  const second = TRUE_SECOND_DEGREES + aheadDegrees;
  return [
    disc(x, y, radius, PALETTE.ink),
    disc(x, y, radius * 0.92, PALETTE.paper),
    ...(aheadDegrees === 0 ? [] : [area(wedge(x, y, radius * 0.8, TRUE_SECOND_DEGREES, second), PALETTE.ochre)]),
    ...steps(60)
      .filter((tick) => radius > 200 || tick % 5 === 0)
      .map((tick) => drawTick(x, y, radius, tick)),
    hand(300, 0.46, PALETTE.ink, 26),
    hand(0, 0.68, PALETTE.ink, 20),
    ...(aheadDegrees === 0 ? [] : [hand(TRUE_SECOND_DEGREES, 0.8, PALETTE.stone, 9)]),
    hand(second, 0.8, PALETTE.ochre, 10, 0.18),
    disc(x, y, radius * 0.06, PALETTE.ochre),
    ring(x, y, radius * 0.96, PALETTE.ink, radius * 0.08),
  ].join("");
}

function drawTick(x: number, y: number, radius: number, tick: number): string {
  const hour = tick % 5 === 0;
  const points = [onCircle(x, y, radius * 0.86, tick * 6), onCircle(x, y, radius * (hour ? 0.76 : 0.82), tick * 6)];
  return stroke(through(points), hour ? PALETTE.ink : PALETTE.stone, (hour ? 12 : 5) * (radius / 318));
}

function wedge(x: number, y: number, radius: number, from: number, to: number): string {
  const [x0, y0] = onCircle(x, y, radius, from);
  const [x1, y1] = onCircle(x, y, radius, to);
  return `M${x} ${y}L${x0.toFixed(1)} ${y0.toFixed(1)}A${radius} ${radius} 0 0 1 ${x1.toFixed(1)} ${y1.toFixed(1)}Z`;
}
