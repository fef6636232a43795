import { copyFile, mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import sharp from "sharp";
import { ContentError, type Diagnostic } from "../../../lib/diagnostic.ts";
import type { Step } from "../../../lib/step.ts";
import type { Catalog } from "../../../model/catalog.ts";
import { type Images, type PublishedImage, pictureUsage } from "../../../model/images.ts";
import type { PictureFile, RenderedPicture } from "../../../model/picture.ts";
import type { StaticPage } from "../../../model/static-page.ts";
import { PICTURES } from "../../../model/urls.ts";
import { contentHash } from "../../files/content-hash.ts";
import { openCache, writeAtomically } from "../../files/file-cache.ts";
import { displayPath } from "../../files/source-file.ts";
import { decodeImage, encodeImage, isInvisible } from "./encode-image.ts";
import { EXPORT_AGAIN, inspectImage, readError } from "./inspect-image.ts";
import type { ImageError } from "./inspect-svg.ts";

interface Publication {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  readonly pictures: ReadonlyMap<string, PictureFile>;
}

/** Raise it when the same source must give other files. */
const CACHE_VERSION = "3";

/**
 * Encodes the images of published pages as AVIF, WebP and a fallback format into `cache`. File names carry a hash of the
 * source, so unchanged images come from the cache. The step counts the images that were encoded.
 *
 * @throws ContentError listing every file that cannot be published
 */
export async function encodeImages({ catalog, pages, pictures }: Publication, cache: string, step: Step): Promise<Images> {
  await openCache(cache);
  const usage = pictureUsage(catalog, pages);
  const images = new Map<string, PublishedImage>();
  const diagnostics: Diagnostic[] = [];
  step.expect(usage.size);
  for (const [name, uses] of usage) {
    const picture = pictures.get(name);
    if (!picture) throw new Error(`The published image ${name} has no source file.`);
    const encoded = await cachedImage(picture, cache, step);
    if ("length" in encoded) diagnostics.push(...encoded);
    else images.set(name, Object.freeze({ ...picture, ...encoded, uses }));
  }
  if (diagnostics.length > 0) throw new ContentError(diagnostics);
  return images;
}

async function cachedImage(picture: PictureFile, cache: string, step: Step): Promise<RenderedPicture | readonly Diagnostic[]> {
  const bytes = await readFile(picture.file);
  const image = await inspectImage(picture.file, bytes);
  if ("errors" in image) return image.errors.map((error) => diagnosticOf(picture, error));
  const { format, densityPerInch } = image;
  const drawn = densityPerInch === undefined ? [] : [String(densityPerInch)];
  const id = `${picture.name}-${contentHash(CACHE_VERSION, sharp.versions.sharp ?? "", sharp.versions.vips, bytes, ...drawn)}`;
  const manifest = join(cache, `${id}.json`);
  const cached = await readFile(manifest, "utf8").catch(() => undefined);
  if (cached !== undefined) return JSON.parse(cached);
  const decoded = await decodeImage(bytes, densityPerInch).catch(readError);
  if ("message" in decoded) return [diagnosticOf(picture, decoded)];
  if (isInvisible(decoded)) return [diagnosticOf(picture, INVISIBLE)];
  const encoded = await encodeImage(decoded, id, format, cache);
  // Written last: a manifest means that all files of the image are complete.
  await writeAtomically(manifest, Buffer.from(JSON.stringify(encoded)));
  step.advance();
  return encoded;
}

const INVISIBLE: ImageError = { message: "shows nothing: it is transparent throughout", fix: EXPORT_AGAIN };

function diagnosticOf({ file }: PictureFile, error: ImageError): Diagnostic {
  return { file: displayPath(file), line: undefined, field: undefined, ...error };
}

/** Copies the encoded files of all images from `cache` into the site. */
export async function copyImages(images: Images, cache: string, folder: string): Promise<void> {
  await mkdir(join(folder, PICTURES), { recursive: true });
  for (const { sources, fallback } of images.values()) {
    const files = [...sources, fallback].flatMap((source) => source.files);
    await Promise.all(files.map(({ path }) => copyFile(join(cache, basename(path)), join(folder, path))));
  }
}
