import type { Size } from "./card-files.ts";
import { type ContainFit, type Focus, fitContain, fitCover } from "./image-fit.ts";
import { type Colour, colourAt, type RgbPixels, type SourceImage } from "./source-image.ts";

type Side = "left" | "right" | "top" | "bottom";

/** A margin up to this share of the canvas continues the edge of the image; a wider one has a single colour. */
const NARROW_MARGIN = 0.05;
/** Runs of a colour shorter than this share of an edge are details that end there: lines, dots, antialiasing. */
const DETAIL_SHARE = 0.05;
/** How much each channel may deviate in the even background of a photograph. */
const NOISE = 12;
/** The share of an edge that must have one colour, but for noise, for the background to count as plain. */
const PLAIN_SHARE = 0.98;

/**
 * Brings an image to the aspect ratio of `target`, without enlarging it. A photograph is cropped around its focus. A
 * drawing has labels and axes up to its edges: it is shown whole on a canvas that continues its background, unless that
 * gives it wide margins and it has a focus to crop around. A photograph without a focus is also shown whole if its
 * background is plain.
 */
export async function frameImage(image: SourceImage, target: Size, focus: Focus | undefined): Promise<RgbPixels> {
  const fit = fitContain(image, target);
  if (focus === undefined || (image.isDrawing && hasNarrowMargins(fit))) {
    const { width, height } = fit.picture;
    const whole = await image.render({ widthPx: width, heightPx: height });
    const canExtend = image.isDrawing || marginSides(fit).every((side) => isPlain(edgeOf(whole, side)));
    if (canExtend) return extendBackground(whole, fit);
  }
  const { region, canvas } = fitCover(image, target, focus);
  return image.render(canvas, region);
}

function hasNarrowMargins({ picture, canvas }: ContainFit): boolean {
  return picture.left <= canvas.widthPx * NARROW_MARGIN && picture.top <= canvas.heightPx * NARROW_MARGIN;
}

/** The sides with a margin: one pair of opposite sides at most. */
function marginSides({ picture, canvas }: ContainFit): readonly Side[] {
  if (picture.width < canvas.widthPx) return ["left", "right"];
  return picture.height < canvas.heightPx ? ["top", "bottom"] : [];
}

function extendBackground(whole: RgbPixels, fit: ContainFit): RgbPixels {
  const { picture, canvas } = fit;
  const data = Buffer.alloc(canvas.widthPx * canvas.heightPx * 3);
  for (const side of marginSides(fit)) {
    const edge = edgeOf(whole, side);
    const background = hasNarrowMargins(fit) ? withoutDetails(edge) : edge.map(() => dominantColour(edge));
    fillMargin(data, fit, side, background);
  }
  const rowBytes = picture.width * 3;
  for (let row = 0; row < picture.height; row++) {
    const to = ((picture.top + row) * canvas.widthPx + picture.left) * 3;
    whole.data.copy(data, to, row * rowBytes, (row + 1) * rowBytes);
  }
  return { data, ...canvas };
}

/** Repeats an edge up to the border of the canvas. */
function fillMargin(data: Buffer, { picture, canvas }: ContainFit, side: Side, edge: readonly Colour[]): void {
  const rowBytes = canvas.widthPx * 3;
  if (side === "top") data.fill(toBytes(edge), 0, picture.top * rowBytes);
  if (side === "bottom") data.fill(toBytes(edge), (picture.top + picture.height) * rowBytes);
  if (side === "top" || side === "bottom") return;
  const [from, to] = side === "left" ? [0, picture.left] : [picture.left + picture.width, canvas.widthPx];
  for (const [row, colour] of edge.entries()) {
    data.fill(toBytes([colour]), row * rowBytes + from * 3, row * rowBytes + to * 3);
  }
}

function toBytes(colours: readonly Colour[]): Buffer {
  const bytes = Buffer.alloc(colours.length * 3);
  for (const [index, colour] of colours.entries()) bytes.writeUIntBE(colour, index * 3, 3);
  return bytes;
}

/** The outermost pixels of a side: from left to right, or from top to bottom. */
function edgeOf(pixels: RgbPixels, side: Side): readonly Colour[] {
  const { widthPx, heightPx } = pixels;
  if (side === "left" || side === "right") {
    const x = side === "left" ? 0 : widthPx - 1;
    return Array.from({ length: heightPx }, (_, y) => colourAt(pixels, x, y));
  }
  const y = side === "top" ? 0 : heightPx - 1;
  return Array.from({ length: widthPx }, (_, x) => colourAt(pixels, x, y));
}

function dominantColour(edge: readonly Colour[]): Colour {
  const counts = new Map<Colour, number>();
  for (const colour of edge) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}

function isPlain(edge: readonly Colour[]): boolean {
  const background = dominantColour(edge);
  return edge.filter((colour) => isNear(colour, background)).length >= edge.length * PLAIN_SHARE;
}

function isNear(a: Colour, b: Colour): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= NOISE);
}

/** Gives details of an edge the colour of the area before them; those at its start that of the first area. */
function withoutDetails(edge: readonly Colour[]): readonly Colour[] {
  const minLength = edge.length * DETAIL_SHARE;
  const areas = runLengths(edge).filter(({ length }) => length >= minLength);
  const colours: Colour[] = [];
  for (const [index, { colour }] of areas.entries()) {
    const end = areas[index + 1]?.start ?? edge.length;
    while (colours.length < end) colours.push(colour);
  }
  return areas.length === 0 ? edge.map(() => dominantColour(edge)) : colours;
}

/** Run-length encoding. */
function runLengths(edge: readonly Colour[]) {
  const runs: { colour: Colour; start: number; length: number }[] = [];
  for (const [start, colour] of edge.entries()) {
    const last = runs.at(-1);
    if (last?.colour === colour) last.length += 1;
    else runs.push({ colour, start, length: 1 });
  }
  return runs;
}
