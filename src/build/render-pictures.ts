import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import { PICTURES } from "../newsroom/addresses.ts";
import type { Gallery, GalleryPicture } from "../newsroom/gallery.ts";
import type { PictureSource, RenderedPicture } from "../newsroom/picture.ts";
import { pictureUsage } from "../newsroom/picture-usage.ts";
import type { Step } from "./build-report.ts";
import { type ContentFault, ContentFaults } from "./content/content-fault.ts";
import type { Publication } from "./content/read-content.ts";
import type { PictureFile } from "./content/read-pictures.ts";
import { displayPath } from "./content/source-file.ts";
import { contentHash } from "./content-hash.ts";
import { isRunning } from "./is-running.ts";

/** Widths from a thumbnail on a phone to the wide column on a dense screen, in pixels. */
const WIDTHS_PX: readonly number[] = [240, 480, 800, 1200, 1600];
const FALLBACK_WIDTHS_PX: readonly number[] = [480, 1200];

/** Raised whenever the same picture should come out differently. */
const RECIPE = "3";

/**
 * Encodes the pictures of published pages as AVIF, WebP and a format that every browser knows, into `cache`. The names
 * of the files hold a hash of the picture's bytes, so that each picture is encoded once. The step counts those encoded.
 *
 * @throws ContentFaults with every file that is not the picture it claims to be
 */
export async function renderPictures(
  { catalog, pages, pictures }: Omit<Publication, "markets">,
  cache: string,
  step: Step,
): Promise<Gallery> {
  await mkdir(cache, { recursive: true });
  await removeUnfinished(cache);
  const usage = pictureUsage(catalog, pages);
  const gallery = new Map<string, GalleryPicture>();
  const faults: ContentFault[] = [];
  step.expect(usage.size);
  for (const [name, uses] of usage) {
    const picture = pictures.get(name);
    if (!picture) throw new Error(`The published picture ${name} is not in the pool.`);
    const rendered = await renderPicture(picture, cache, step);
    if ("problem" in rendered) faults.push(rendered);
    else gallery.set(name, Object.freeze({ ...picture, ...rendered, uses }));
  }
  if (faults.length > 0) throw new ContentFaults(faults);
  return gallery;
}

/** The manifest is written after all files of a picture, so that it vouches for them. */
async function renderPicture(picture: PictureFile, cache: string, step: Step): Promise<RenderedPicture | ContentFault> {
  const bytes = await readFile(picture.file);
  const id = `${picture.name}-${contentHash(RECIPE, sharp.versions.sharp ?? "", sharp.versions.vips, bytes)}`;
  const manifest = join(cache, `${id}.json`);
  const known = await readFile(manifest, "utf8").catch(() => undefined);
  if (known !== undefined) return JSON.parse(known);
  const decoded = await decode(bytes).catch((error: Error) => unreadable(picture.file, error));
  if ("problem" in decoded) return decoded;
  const rendered = await encode(decoded, id, extname(picture.file), cache);
  await writeWhole(manifest, Buffer.from(JSON.stringify(rendered)));
  step.advance();
  return rendered;
}

/** The pixels of a picture. Decoded once: a drawing would otherwise be rasterised anew for every width and format. */
async function decode(bytes: Buffer): Promise<Pixels> {
  return sharp(bytes).autoOrient().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
}

interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

function unreadable(path: string, { message }: Error): ContentFault {
  return {
    file: displayPath(path),
    line: undefined,
    field: undefined,
    problem: `cannot be read as a picture: ${message}`,
    remedy: "export it again as JPEG, PNG or SVG",
  };
}

async function encode({ data, info }: Pixels, id: string, ending: string, cache: string): Promise<RenderedPicture> {
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

/** Clears away what a killed build left: files named after a process that is gone. */
async function removeUnfinished(cache: string): Promise<void> {
  const left = (await readdir(cache)).filter((name) => name.startsWith(".") && !isRunning(Number(name.split(".").at(-1))));
  await Promise.all(left.map((name) => rm(join(cache, name), { force: true })));
}

/** Writes a file so that it is there whole or not at all. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(file, "..", `.${basename(file)}.${process.pid}`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
