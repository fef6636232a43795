import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PngOptions, Sharp } from "sharp";
import type { PictureFile } from "../../../model/picture.ts";
import type { SocialCard } from "../../../model/social-card.ts";
import { writeAtomically } from "../../files/file-cache.ts";
import { formatOfName } from "../image-format.ts";
import { CARD, CROPS, cardFileName, cardPath, MIN_CARD_WIDTH_PX, MIN_CROP_PIXELS, type Size } from "./card-files.ts";
import { frameImage } from "./frame-image.ts";
import { openDrawing, openPhotograph, type RgbPixels, toSharp } from "./source-image.ts";

/** The files made from a lead image, which all its stories share; each story adds its own `alt`. */
export interface LeadCrops {
  /** Undefined if the image is too small for a card. */
  readonly card: CroppedImage | undefined;
  readonly crops: readonly CroppedImage[];
}

type CroppedImage = Omit<SocialCard, "alt">;

/** Drawings are rasterised at least this large, so that none is too small for a crop. */
const MIN_DRAWING_SIZE: Size = { widthPx: 1200, heightPx: 1200 };

const JPEG_QUALITY = 80;
/** A drawing that is larger as PNG has as many colours as a photograph: JPEG shows it as well in fewer bytes. */
const MAX_PNG_BYTES = 120_000;
/** A small palette; dithering would only roughen flat areas and enlarge files. */
const DRAWING_PNG: PngOptions = { palette: true, quality: 90, effort: 4, dither: 0 };

/**
 * Crops a lead image to the card and to every aspect ratio, and writes the files into `cache`.
 *
 * @param id prefix of the file names
 */
export async function cropLead({ file, focus }: PictureFile, id: string, cache: string): Promise<LeadCrops> {
  const source = await readFile(file);
  const format = formatOfName(file);
  const image = await (format === "svg" ? openDrawing(source, MIN_DRAWING_SIZE) : openPhotograph(source));
  const write = async (pixels: RgbPixels): Promise<CroppedImage> => {
    const { bytes, type } = await encodeCrop(toSharp(pixels), format === "jpeg");
    const { widthPx, heightPx } = pixels;
    const name = cardFileName(id, pixels, type);
    await writeAtomically(join(cache, name), bytes);
    return { path: cardPath(name), type, widthPx, heightPx };
  };
  const card = await frameImage(image, CARD, focus);
  const crops = await Promise.all(CROPS.map((size) => frameImage(image, size, focus)));
  return {
    card: card.widthPx >= MIN_CARD_WIDTH_PX ? await write(card) : undefined,
    crops: await Promise.all(crops.filter(({ widthPx, heightPx }) => widthPx * heightPx >= MIN_CROP_PIXELS).map(write)),
  };
}

/** Encodes photographs as JPEG, and drawings as PNG, which keeps lines and letters sharp, unless that gets too large. */
async function encodeCrop(image: Sharp, isPhotograph: boolean): Promise<{ bytes: Buffer; type: SocialCard["type"] }> {
  const png = isPhotograph ? undefined : await image.clone().png(DRAWING_PNG).toBuffer();
  if (png && png.length <= MAX_PNG_BYTES) return { bytes: png, type: "image/png" };
  const jpeg = await image.clone().jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
  return { bytes: jpeg, type: "image/jpeg" };
}
