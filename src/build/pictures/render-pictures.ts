import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";
import type { Gallery, GalleryPicture } from "../../model/images.ts";
import { pictureUsage } from "../../model/images.ts";
import type { RenderedPicture } from "../../model/picture.ts";
import type { Step } from "../build-report.ts";
import { type ContentFault, ContentFaults } from "../content/content-fault.ts";
import type { Publication } from "../content/read-content.ts";
import type { PictureFile } from "../content/read-pictures.ts";
import { displayPath } from "../content/source-file.ts";
import { contentHash } from "../content-hash.ts";
import { openKept, writeWhole } from "../kept-files.ts";
import { decodePicture, encodePicture } from "./encode-picture.ts";

/** Raised whenever the same picture should come out differently. */
const RECIPE = "3";

/**
 * Encodes the pictures of published pages as AVIF, WebP and a format that every browser knows, into `cache`. The names
 * of the files hold a hash of the picture's bytes, so that each picture is encoded once. The step counts those encoded.
 *
 * @throws ContentFaults with every file that is not the picture it claims to be
 */
export async function renderPictures(
  { catalog, pages, pictures }: Pick<Publication, "catalog" | "pages" | "pictures">,
  cache: string,
  step: Step,
): Promise<Gallery> {
  await openKept(cache);
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
  const decoded = await decodePicture(bytes).catch((error: Error) => unreadable(picture.file, error));
  if ("problem" in decoded) return decoded;
  const rendered = await encodePicture(decoded, id, extname(picture.file), cache);
  await writeWhole(manifest, Buffer.from(JSON.stringify(rendered)));
  step.advance();
  return rendered;
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
