import sharp, { type PngOptions, type Sharp } from "sharp";

/** An encoded picture. */
export interface EncodedShare {
  readonly bytes: Buffer;
  readonly type: "image/jpeg" | "image/png";
}

const JPEG_QUALITY = 80;
/** A drawing that is larger as PNG has the many colours of a photograph, and JPEG shows them as well in fewer bytes. */
const MOST_PNG_BYTES = 120_000;
/** As few colours as nobody misses. Dots between two colours would only make flat areas rough and files large. */
const DRAWING: PngOptions = { palette: true, quality: 90, effort: 4, dither: 0 };
/** Paper, ink, accent and the grey of the date, with the steps between them at the edges of letters. */
const WORDS: PngOptions = { palette: true, colours: 16, effort: 1, dither: 0 };

/** A photograph as JPEG; anything else as PNG, which keeps lines and letters clean. */
export async function encodeShare(image: Sharp, isPhotograph: boolean): Promise<EncodedShare> {
  const png = isPhotograph ? undefined : await image.clone().png(DRAWING).toBuffer();
  if (png && png.length <= MOST_PNG_BYTES) return { bytes: png, type: "image/png" };
  const jpeg = await image.clone().jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
  return { bytes: jpeg, type: "image/jpeg" };
}

/** A drawn card as PNG. */
export async function encodeCard(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).removeAlpha().png(WORDS).toBuffer();
}
