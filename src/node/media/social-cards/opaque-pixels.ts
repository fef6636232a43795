import sharp, { type Sharp } from "sharp";
import type { Size } from "./share-sizes.ts";

/** A picture as rows of pixels of three bytes: red, green, blue. */
export interface OpaquePixels extends Size {
  readonly data: Buffer;
}

/** A colour in 24 bits: red, green, blue. */
export type Colour = number;

/** What shows through a transparent picture: the site's light page. */
const PAPER = "#fbfaf6";

/** Reads an image's pixels, what is transparent in it laid on paper. */
export async function opaquePixels(image: Sharp): Promise<OpaquePixels> {
  const opaque = image.flatten({ background: PAPER }).toColourspace("srgb").removeAlpha().raw({ depth: "uchar" });
  const { data, info } = await opaque.toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** The pixels for sharp to go on with. */
export function toSharp({ data, widthPx, heightPx }: OpaquePixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

export function colourAt({ data, widthPx }: OpaquePixels, x: number, y: number): Colour {
  return data.readUIntBE((y * widthPx + x) * 3, 3);
}
