import { join } from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import type { PictureSource, RenderedPicture } from "../../../model/picture.ts";
import { PICTURES } from "../../../model/urls.ts";
import { writeAtomically } from "../../files/file-cache.ts";
import type { ImageFormat } from "../image-format.ts";

/** From a thumbnail on a phone to the wide column on a high-density screen. */
const WIDTHS_PX: readonly number[] = [240, 480, 800, 1200, 1600];
const FALLBACK_WIDTHS_PX: readonly number[] = [480, 1200];

/** A decoded image. */
interface RawImage {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/**
 * Decodes an image to raw pixels, once: an SVG would otherwise be rasterised again for every width and format.
 *
 * @param densityPerInch at which an SVG is drawn; undefined for its natural size
 */
export async function decodeImage(bytes: Buffer, densityPerInch: number | undefined): Promise<RawImage> {
  return sharp(bytes, densityPerInch === undefined ? {} : { density: densityPerInch })
    .autoOrient()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/**
 * Encodes an image in all widths and formats into `cache`.
 *
 * @param id prefix of the file names
 * @param format of the source: photographs fall back to JPEG, drawings to PNG
 */
export async function encodeImage(
  { data, info }: RawImage,
  id: string,
  format: ImageFormat,
  cache: string,
): Promise<RenderedPicture> {
  const source = sharp(data, { raw: info });
  const encode = async (format: Format, widths: readonly number[]): Promise<PictureSource> => {
    const files = await Promise.all(
      withoutUpscaling(widths, info.width).map(async (widthPx) => {
        const file = `${id}-${widthPx}.${format.extension}`;
        await writeAtomically(join(cache, file), await format.encode(source.clone().resize({ width: widthPx })).toBuffer());
        return { path: `${PICTURES}${file}` as const, widthPx };
      }),
    );
    return { type: format.type, files };
  };
  return {
    widthPx: info.width,
    heightPx: info.height,
    sources: [await encode(AVIF, WIDTHS_PX), await encode(WEBP, WIDTHS_PX)],
    fallback: await encode(isPhotograph(format, info) ? JPEG : PNG, FALLBACK_WIDTHS_PX),
  };
}

/** WebP and AVIF may be either; JPEG has no transparency. */
function isPhotograph(format: ImageFormat, { channels }: OutputInfo): boolean {
  return format === "jpeg" || ((format === "webp" || format === "avif") && channels === 3);
}

/** Whether an image shows nothing at all, being transparent throughout. */
export function isInvisible({ data, info }: RawImage): boolean {
  if (info.channels !== 4) return false;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return false;
  return true;
}

interface Format {
  readonly type: string;
  readonly extension: string;
  readonly encode: (image: Sharp) => Sharp;
}

/** Effort 2 of 9: a fifth of the time of effort 4 for a tenth more bytes. */
const AVIF: Format = { type: "image/avif", extension: "avif", encode: (image) => image.avif({ quality: 63, effort: 2 }) };
const WEBP: Format = { type: "image/webp", extension: "webp", encode: (image) => image.webp({ quality: 78, effort: 5 }) };
const JPEG: Format = { type: "image/jpeg", extension: "jpg", encode: (image) => image.jpeg({ quality: 80, mozjpeg: true }) };
/** A palette suits drawings, which have few colours; sharp keeps transparency. */
const PNG: Format = { type: "image/png", extension: "png", encode: (image) => image.png({ palette: true, effort: 7 }) };

/** The widths below the natural one, and the natural width itself if it is no wider than the widest of them. */
function withoutUpscaling(widths: readonly number[], naturalPx: number): readonly number[] {
  const smaller = widths.filter((width) => width < naturalPx);
  return naturalPx <= Math.max(...widths) ? [...smaller, naturalPx] : smaller;
}
