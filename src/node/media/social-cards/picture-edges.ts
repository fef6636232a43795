import { type Colour, colourAt, type OpaquePixels } from "./opaque-pixels.ts";

export type Side = "left" | "right" | "top" | "bottom";

/** Stretches of an edge shorter than this share of it are details that end there: lines, dots, the blend of two areas. */
const DETAIL_SHARE = 0.05;
/** How far the bytes of a colour stray from its own in a photograph's even ground. */
const NOISE = 12;
const PLAIN_SHARE = 0.98;

/** The outermost colours of a picture: from left to right, or from top to bottom. */
export function edgeOf(pixels: OpaquePixels, side: Side): readonly Colour[] {
  const { widthPx, heightPx } = pixels;
  if (side === "left" || side === "right") {
    const x = side === "left" ? 0 : widthPx - 1;
    return Array.from({ length: heightPx }, (_, y) => colourAt(pixels, x, y));
  }
  const y = side === "top" ? 0 : heightPx - 1;
  return Array.from({ length: widthPx }, (_, x) => colourAt(pixels, x, y));
}

/** The colour that most of an edge has. */
export function commonest(edge: readonly Colour[]): Colour {
  const counts = new Map<Colour, number>();
  for (const colour of edge) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}

/** Whether an edge has one colour, but for noise. */
export function isPlain(edge: readonly Colour[]): boolean {
  const ground = commonest(edge);
  return edge.filter((colour) => isNear(colour, ground)).length >= edge.length * PLAIN_SHARE;
}

function isNear(a: Colour, b: Colour): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= NOISE);
}

/** An edge of its areas alone: details take the colour of the area before them, or of the first. */
export function withoutDetails(edge: readonly Colour[]): readonly Colour[] {
  const least = edge.length * DETAIL_SHARE;
  const areas = stretches(edge).filter(({ length }) => length >= least);
  const calm: Colour[] = [];
  for (const [index, { colour }] of areas.entries()) {
    const end = areas[index + 1]?.start ?? edge.length;
    while (calm.length < end) calm.push(colour);
  }
  return areas.length === 0 ? edge.map(() => commonest(edge)) : calm;
}

function stretches(edge: readonly Colour[]) {
  const found: { colour: Colour; start: number; length: number }[] = [];
  for (const [start, colour] of edge.entries()) {
    const last = found.at(-1);
    if (last?.colour === colour) last.length += 1;
    else found.push({ colour, start, length: 1 });
  }
  return found;
}
