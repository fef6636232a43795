import { basename, extname } from "node:path";
import sharp, { type Metadata } from "sharp";
import { extensionsOf, formatOfContent, formatOfName, type ImageFormat, nameOf } from "../image-format.ts";
import { densityForScale } from "../svg-density.ts";
import { type ImageError, inspectSvg } from "./inspect-svg.ts";

/** A picture that can be published. */
export interface InspectedImage {
  readonly format: ImageFormat;
  /** The resolution at which an SVG without a size of its own is drawn; undefined for the natural size. */
  readonly densityPerInch: number | undefined;
}

/** The longer side of an SVG that has no size, or that of an icon. */
const DRAWN_PX = 1600;
const MIN_SVG_PX = 240;
/** Smaller pictures, such as those that count visitors, show nothing. */
const MIN_PX = 16;
const MAX_ASPECT_RATIO = 20;

const ENLARGE = "export it again, 1,600 pixels wide or more";
export const EXPORT_AGAIN = "export it again as JPEG, PNG or SVG";

/** Reads what an image is, or what is wrong with it in an editor's words. It is not decoded, so it may be damaged. */
export async function inspectImage(
  file: string,
  bytes: Buffer,
): Promise<InspectedImage | { readonly errors: readonly ImageError[] }> {
  if (bytes.length === 0) return { errors: [readError(new Error("it is empty"))] };
  const metadata = await sharp(bytes).metadata().catch(readError);
  if ("message" in metadata) return { errors: [metadata] };
  const format = formatOfContent(metadata);
  if (format === undefined) return { errors: [{ message: "is not a kind of picture that browsers show", fix: EXPORT_AGAIN }] };
  const svg = format === "svg" ? inspectSvg(bytes.toString("utf8")) : undefined;
  const errors = [...nameErrors(file, format), ...contentErrors(metadata, bytes), ...(svg?.errors ?? [])];
  if (errors.length > 0) return { errors };
  return { format, densityPerInch: svg && (await densityFor(bytes, metadata, svg.hasSize)) };
}

/** What is wrong with an image that cannot be read. */
export function readError({ message }: Error): ImageError {
  if (message.includes("pixel limit"))
    return { message: "has more pixels than can be read", fix: "export it again, 1,600 pixels wide" };
  const [reason = ""] = message.replace(/^Input buffer has corrupt header:\s*/, "").split("\n");
  return { message: `cannot be read as a picture: ${reason || "it is damaged"}`, fix: EXPORT_AGAIN };
}

function nameErrors(file: string, format: ImageFormat): readonly ImageError[] {
  if (formatOfName(file) === format) return [];
  const extension = extname(file);
  const message = `is a picture in the format ${nameOf(format)}, though its name ends in ${extension}`;
  return [{ message, fix: `rename it ${basename(file, extension)}${extensionsOf(format)[0]}` }];
}

function contentErrors({ width, height, pages, format }: Metadata, bytes: Buffer): readonly ImageError[] {
  const errors: ImageError[] = [];
  if ((pages ?? 1) > 1 || (format === "png" && isAnimatedPng(bytes))) {
    errors.push({ message: "is animated, and only its first frame would be shown", fix: "export one frame as PNG" });
  }
  if (format !== "svg" && Math.max(width, height) < MIN_PX) {
    errors.push({ message: `has ${width} × ${height} pixels, too few to be seen`, fix: ENLARGE });
  }
  if (Math.max(width / height, height / width) > MAX_ASPECT_RATIO) {
    const message = `has ${width} × ${height} pixels: one side is more than ${MAX_ASPECT_RATIO} times as long as the other`;
    errors.push({ message, fix: "crop it, and export it again" });
  }
  return errors;
}

/** The chunk of an animation stands before the first chunk of image data (PNG, third edition, 11.3.6.1). */
function isAnimatedPng(bytes: Buffer): boolean {
  const control = bytes.indexOf("acTL");
  return control !== -1 && control < bytes.indexOf("IDAT");
}

async function densityFor(bytes: Buffer, { width, height }: Metadata, hasSize: boolean): Promise<number | undefined> {
  const longer = Math.max(width, height);
  return hasSize && longer >= MIN_SVG_PX ? undefined : densityForScale(bytes, DRAWN_PX / longer);
}
