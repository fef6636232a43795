import { join } from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import type { PictureSource, RenderedPicture } from "../../../model/picture.ts";
import { PICTURES } from "../../../model/urls.ts";
import { writeWhole } from "../../files/file-cache.ts";

/** Widths from a thumbnail on a phone to the wide column on a dense screen, in pixels. */
const WIDTHS_PX: readonly number[] = [240, 480, 800, 1200, 1600];
const FALLBACK_WIDTHS_PX: readonly number[] = [480, 1200];

/** A decoded picture. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** The pixels of a picture. Decoded once: a drawing would otherwise be rasterised anew for every width and format. */
export async function decodePicture(bytes: Buffer): Promise<Pixels> {
  return sharp(bytes).autoOrient().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

/** Writes a picture in all widths and formats into `cache`. The names of the files begin with `id`. */
export async function encodePicture({ data, info }: Pixels, id: string, ending: string, cache: string): Promise<RenderedPicture> {
  const source = sharp(data, { raw: info });
  const write = async (format: Format, widths: readonly number[]): Promise<PictureSource> => {
    const files = await Promise.all(
      fitting(widths, info.width).map(async (widthPx) => {
        const file = `${id}-${widthPx}.${format.ending}`;
        await writeWhole(join(cache, file), await format.encode(source.clone().resize({ width: widthPx })).toBuffer());
        return { path: `${PICTURES}${file}` as const, widthPx };
      }),
    );
    return { type: format.type, files };
  };
  return {
    widthPx: info.width,
    heightPx: info.height,
    sources: [await write(AVIF, WIDTHS_PX), await write(WEBP, WIDTHS_PX)],
    fallback: await write(ending === ".jpg" ? JPEG : PNG, FALLBACK_WIDTHS_PX),
  };
}

interface Format {
  readonly type: string;
  readonly ending: string;
  readonly encode: (image: Sharp) => Sharp;
}

/** Effort 2 of 9: a fifth of the time of effort 4 for a tenth more bytes. */
const AVIF: Format = { type: "image/avif", ending: "avif", encode: (image) => image.avif({ quality: 63, effort: 2 }) };
const WEBP: Format = { type: "image/webp", ending: "webp", encode: (image) => image.webp({ quality: 78, effort: 5 }) };
const JPEG: Format = { type: "image/jpeg", ending: "jpg", encode: (image) => image.jpeg({ quality: 80, mozjpeg: true }) };
/** Drawings have few colours; sharp keeps transparency. */
const PNG: Format = { type: "image/png", ending: "png", encode: (image) => image.png({ palette: true, effort: 7 }) };

/** The widths that enlarge nothing; a picture narrower than the widest of them is also offered as it is. */
function fitting(widths: readonly number[], naturalPx: number): readonly number[] {
  const smaller = widths.filter((width) => width < naturalPx);
  return naturalPx <= Math.max(...widths) ? [...smaller, naturalPx] : smaller;
}
