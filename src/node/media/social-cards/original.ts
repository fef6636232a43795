import sharp from "sharp";
import type { Area } from "./framing.ts";
import { type OpaquePixels, opaquePixels, toSharp } from "./opaque-pixels.ts";
import type { Size } from "./share-sizes.ts";

/** A picture as editors gave it, and the size beyond which it must not be enlarged. */
export interface Original extends Size {
  readonly isDrawing: boolean;
  /** The picture, or a part of it, in another size. */
  readonly shown: (size: Size, part?: Area) => Promise<OpaquePixels>;
}

/** In which drawings are measured that have no size in pixels. */
const DENSITY_PER_INCH = 72;

/** A photograph. It is decoded once: that takes longer than all the rest. */
export async function openPhotograph(bytes: Buffer): Promise<Original> {
  const pixels = await opaquePixels(sharp(bytes).autoOrient());
  const shown = ({ widthPx, heightPx }: Size, part?: Area): Promise<OpaquePixels> => {
    const image = part ? toSharp(pixels).extract(part) : toSharp(pixels);
    return opaquePixels(image.resize(widthPx, heightPx, { fit: "fill" }));
  };
  const { widthPx, heightPx } = pixels;
  return { isDrawing: false, widthPx, heightPx, shown };
}

/** A drawing. It is drawn anew for every size, so that its lines stay sharp, and is no smaller than `least`, cropped or not. */
export async function openDrawing(bytes: Buffer, least: Size): Promise<Original> {
  const { width, height } = await sharp(bytes).metadata();
  const growth = Math.max(1, least.widthPx / width, least.heightPx / height);
  const density = DENSITY_PER_INCH * growth;
  const shown = ({ widthPx, heightPx }: Size, part?: Area): Promise<OpaquePixels> => {
    const image = part ? sharp(bytes, { density }).extract(part) : sharp(bytes, { density });
    return opaquePixels(image.resize(widthPx, heightPx, { fit: "fill" }));
  };
  return { isDrawing: true, widthPx: Math.round(width * growth), heightPx: Math.round(height * growth), shown };
}
