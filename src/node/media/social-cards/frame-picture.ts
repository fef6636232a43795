import { cropTo, type Focus, type Matting, matTo } from "./framing.ts";
import type { Colour, OpaquePixels } from "./opaque-pixels.ts";
import type { Original } from "./original.ts";
import { commonest, edgeOf, isPlain, type Side, withoutDetails } from "./picture-edges.ts";
import type { Size } from "./share-sizes.ts";

/** A margin up to this share of the canvas continues what runs off the picture's edge; a wider one has one colour. */
const NARROW_SHARE = 0.05;

/**
 * A picture in the shape of `target`, never enlarged. A photograph is cropped around its focus. A drawing has words and
 * axes up to its edges: it is shown whole and its ground continued, unless the margins would be wide and it has a focus to
 * be cropped around. A picture without a focus is shown whole too where its ground is plain.
 */
export async function framePicture(original: Original, target: Size, focus: Focus | undefined): Promise<OpaquePixels> {
  const matting = matTo(original, target);
  if (focus === undefined || (original.isDrawing && isNarrow(matting))) {
    const { width, height } = matting.picture;
    const whole = await original.shown({ widthPx: width, heightPx: height });
    const isContinued = original.isDrawing || sidesToFill(matting).every((side) => isPlain(edgeOf(whole, side)));
    if (isContinued) return matted(whole, matting);
  }
  const { region, canvas } = cropTo(original, target, focus);
  return original.shown(canvas, region);
}

function isNarrow({ picture, canvas }: Matting): boolean {
  return picture.left <= canvas.widthPx * NARROW_SHARE && picture.top <= canvas.heightPx * NARROW_SHARE;
}

/** The picture reaches the edges of its canvas at two sides, at least. */
function sidesToFill({ picture, canvas }: Matting): readonly Side[] {
  if (picture.width < canvas.widthPx) return ["left", "right"];
  return picture.height < canvas.heightPx ? ["top", "bottom"] : [];
}

/** Lays a picture on its canvas and continues its ground. */
function matted(whole: OpaquePixels, matting: Matting): OpaquePixels {
  const { picture, canvas } = matting;
  const data = Buffer.alloc(canvas.widthPx * canvas.heightPx * 3);
  for (const side of sidesToFill(matting)) {
    const edge = edgeOf(whole, side);
    const ground = isNarrow(matting) ? withoutDetails(edge) : edge.map(() => commonest(edge));
    fillSide(data, matting, side, ground);
  }
  const rowBytes = picture.width * 3;
  for (let row = 0; row < picture.height; row++) {
    const to = ((picture.top + row) * canvas.widthPx + picture.left) * 3;
    whole.data.copy(data, to, row * rowBytes, (row + 1) * rowBytes);
  }
  return { data, ...canvas };
}

/** Continues an edge to the end of the canvas. */
function fillSide(data: Buffer, { picture, canvas }: Matting, side: Side, edge: readonly Colour[]): void {
  const rowBytes = canvas.widthPx * 3;
  if (side === "top") data.fill(bytesOf(edge), 0, picture.top * rowBytes);
  if (side === "bottom") data.fill(bytesOf(edge), (picture.top + picture.height) * rowBytes);
  if (side === "top" || side === "bottom") return;
  const [from, to] = side === "left" ? [0, picture.left] : [picture.left + picture.width, canvas.widthPx];
  for (const [row, colour] of edge.entries()) {
    data.fill(bytesOf([colour]), row * rowBytes + from * 3, row * rowBytes + to * 3);
  }
}

function bytesOf(colours: readonly Colour[]): Buffer {
  const bytes = Buffer.alloc(colours.length * 3);
  for (const [index, colour] of colours.entries()) bytes.writeUIntBE(colour, index * 3, 3);
  return bytes;
}
