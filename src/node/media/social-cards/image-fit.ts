import type { Size } from "./card-files.ts";

/** A rectangle in whole pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in fractions of width and height. */
export type Focus = readonly [x: number, y: number];

const CENTRE: Focus = [0.5, 0.5];

/** An image cropped to fill a canvas, as CSS `object-fit: cover`. */
export interface CoverFit {
  /** The region of the image that is visible. */
  readonly region: Area;
  readonly canvas: Size;
}

/** A whole image within a canvas, as CSS `object-fit: contain`. */
export interface ContainFit {
  /** The area of the canvas that the image takes. */
  readonly picture: Area;
  readonly canvas: Size;
}

/** Crops an image to the aspect ratio of `target` around its focus. The canvas is no larger than `target` or the image. */
export function fitCover(source: Size, target: Size, focus: Focus = CENTRE): CoverFit {
  const ratio = target.widthPx / target.heightPx;
  const width = Math.min(source.widthPx, Math.round(source.heightPx * ratio));
  const height = Math.min(source.heightPx, Math.round(source.widthPx / ratio));
  return {
    region: {
      left: startOf(focus[0], width, source.widthPx),
      top: startOf(focus[1], height, source.heightPx),
      width,
      height,
    },
    canvas: shrink(target, Math.min(source.widthPx, source.heightPx * ratio)),
  };
}

/** Centres a whole image on a canvas with the aspect ratio of `target`, without enlarging it. */
export function fitContain(source: Size, target: Size): ContainFit {
  const ratio = target.widthPx / target.heightPx;
  const canvas = shrink(target, Math.max(source.widthPx, source.heightPx * ratio));
  const scale = Math.min(canvas.widthPx / source.widthPx, canvas.heightPx / source.heightPx);
  const width = Math.max(1, Math.round(source.widthPx * scale));
  const height = Math.max(1, Math.round(source.heightPx * scale));
  const left = Math.floor((canvas.widthPx - width) / 2);
  const top = Math.floor((canvas.heightPx - height) / 2);
  return { picture: { left, top, width, height }, canvas };
}

/** Scales a size down to `maxWidthPx`. */
function shrink({ widthPx, heightPx }: Size, maxWidthPx: number): Size {
  const scale = Math.min(1, maxWidthPx / widthPx);
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

/** The start of a span centred on `fraction` of the whole, or as near to that as it fits. */
function startOf(fraction: number, length: number, whole: number): number {
  return Math.max(0, Math.min(whole - length, Math.round(fraction * whole - length / 2)));
}
