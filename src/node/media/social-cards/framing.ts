import type { Size } from "./share-sizes.ts";

/** A rectangle in whole pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in fractions of width and height. */
export type Focus = readonly [x: number, y: number];

const MIDDLE: Focus = [0.5, 0.5];

/** The part of a picture that is shown, and the size that it is shown in. */
export interface Cropping {
  readonly region: Area;
  readonly canvas: Size;
}

/** A canvas, and where on it the whole picture stands. */
export interface Matting {
  readonly picture: Area;
  readonly canvas: Size;
}

/** Crops a picture to the shape of `target` around its focus, as much as fits, and enlarges nothing. */
export function cropTo(source: Size, target: Size, focus: Focus = MIDDLE): Cropping {
  const ratio = target.widthPx / target.heightPx;
  const width = Math.min(source.widthPx, Math.round(source.heightPx * ratio));
  const height = Math.min(source.heightPx, Math.round(source.widthPx / ratio));
  return {
    region: {
      left: startAround(focus[0], width, source.widthPx),
      top: startAround(focus[1], height, source.heightPx),
      width,
      height,
    },
    canvas: shaped(Math.min(source.widthPx, source.heightPx * ratio), target),
  };
}

/** Sets a whole picture into the middle of a canvas in the shape of `target`, and enlarges nothing. */
export function matTo(source: Size, target: Size): Matting {
  const ratio = target.widthPx / target.heightPx;
  const canvas = shaped(Math.max(source.widthPx, source.heightPx * ratio), target);
  const scale = Math.min(canvas.widthPx / source.widthPx, canvas.heightPx / source.heightPx);
  const width = Math.max(1, Math.round(source.widthPx * scale));
  const height = Math.max(1, Math.round(source.heightPx * scale));
  const left = Math.floor((canvas.widthPx - width) / 2);
  const top = Math.floor((canvas.heightPx - height) / 2);
  return { picture: { left, top, width, height }, canvas };
}

/** The size of the shape of `target` that is so wide, and no wider than `target`. */
function shaped(widthPx: number, target: Size): Size {
  const scale = Math.min(1, widthPx / target.widthPx);
  return { widthPx: Math.round(target.widthPx * scale), heightPx: Math.round(target.heightPx * scale) };
}

/** Where a stretch begins that has its middle at `fraction` of the whole, or as near as it can without leaving it. */
function startAround(fraction: number, length: number, whole: number): number {
  return Math.max(0, Math.min(whole - length, Math.round(fraction * whole - length / 2)));
}
