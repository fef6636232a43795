import sharp, { type Sharp } from "sharp";
import { densityForScale } from "../svg-density.ts";
import type { Size } from "./card-files.ts";
import type { Area } from "./image-fit.ts";

/** Opaque pixels, row by row, of three bytes each: red, green, blue. */
export interface RgbPixels extends Size {
  readonly data: Buffer;
}

/** A colour in 24 bits: red, green, blue. */
export type Colour = number;

/** An image as editors supplied it, and the largest size that it can be shown in. */
export interface SourceImage extends Size {
  readonly isDrawing: boolean;
  /** Renders the image, or a region of it, in a size. */
  readonly render: (size: Size, region?: Area) => Promise<RgbPixels>;
}

/** The background of transparent images: the site's light page. */
const PAPER = "#fbfaf6";

/** Opens a photograph. It is decoded once: decoding takes longer than everything else. */
export async function openPhotograph(bytes: Buffer): Promise<SourceImage> {
  const pixels = await readPixels(sharp(bytes).autoOrient());
  const render = ({ widthPx, heightPx }: Size, region?: Area): Promise<RgbPixels> => {
    const image = region ? toSharp(pixels).extract(region) : toSharp(pixels);
    return readPixels(image.resize(widthPx, heightPx, { fit: "fill" }));
  };
  const { widthPx, heightPx } = pixels;
  return { isDrawing: false, widthPx, heightPx, render };
}

/** Opens an SVG. It is rasterised for every size, so that lines stay sharp, and scaled up to cover at least `minSize`. */
export async function openDrawing(bytes: Buffer, minSize: Size): Promise<SourceImage> {
  const { width, height } = await sharp(bytes).metadata();
  const scale = Math.max(1, minSize.widthPx / width, minSize.heightPx / height);
  const density = await densityForScale(bytes, scale);
  // A size with a fraction is rounded in the natural size already.
  const drawn = await sharp(bytes, { density }).metadata();
  const [widthPx, heightPx] = [Math.round(width * scale), Math.round(height * scale)];
  const render = ({ widthPx, heightPx }: Size, region?: Area): Promise<RgbPixels> => {
    const image = region ? sharp(bytes, { density }).extract(region) : sharp(bytes, { density });
    return readPixels(image.resize(widthPx, heightPx, { fit: "fill" }));
  };
  return { isDrawing: true, widthPx: Math.min(widthPx, drawn.width), heightPx: Math.min(heightPx, drawn.height), render };
}

async function readPixels(image: Sharp): Promise<RgbPixels> {
  const opaque = image.flatten({ background: PAPER }).toColourspace("srgb").removeAlpha().raw({ depth: "uchar" });
  const { data, info } = await opaque.toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

export function toSharp({ data, widthPx, heightPx }: RgbPixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

export function colourAt({ data, widthPx }: RgbPixels, x: number, y: number): Colour {
  return data.readUIntBE((y * widthPx + x) * 3, 3);
}
