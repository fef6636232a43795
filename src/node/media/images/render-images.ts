import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";
import { ContentError, type Diagnostic } from "../../../lib/diagnostic.ts";
import type { Step } from "../../../lib/step.ts";
import type { Catalog } from "../../../model/catalog.ts";
import type { Images, PublishedImage } from "../../../model/images.ts";
import { pictureUsage } from "../../../model/images.ts";
import type { PictureFile, RenderedPicture } from "../../../model/picture.ts";
import type { StaticPage } from "../../../model/static-page.ts";
import { contentHash } from "../../files/content-hash.ts";
import { openKept, writeWhole } from "../../files/file-cache.ts";
import { displayPath } from "../../files/source-file.ts";
import { decodePicture, encodePicture } from "./encode-image.ts";

interface Shown {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  readonly pictures: ReadonlyMap<string, PictureFile>;
}

/** Raised whenever the same picture should come out differently. */
const RECIPE = "3";

/**
 * Encodes the pictures of published pages as AVIF, WebP and a format that every browser knows, into `cache`. The names
 * of the files hold a hash of the picture's bytes, so that each picture is encoded once. The step counts those encoded.
 *
 * @throws ContentError with every file that is not the picture it claims to be
 */
export async function renderImages({ catalog, pages, pictures }: Shown, cache: string, step: Step): Promise<Images> {
  await openKept(cache);
  const usage = pictureUsage(catalog, pages);
  const images = new Map<string, PublishedImage>();
  const faults: Diagnostic[] = [];
  step.expect(usage.size);
  for (const [name, uses] of usage) {
    const picture = pictures.get(name);
    if (!picture) throw new Error(`The published picture ${name} is not in the pool.`);
    const rendered = await renderPicture(picture, cache, step);
    if ("problem" in rendered) faults.push(rendered);
    else images.set(name, Object.freeze({ ...picture, ...rendered, uses }));
  }
  if (faults.length > 0) throw new ContentError(faults);
  return images;
}

/** The manifest is written after all files of a picture, so that it vouches for them. */
async function renderPicture(picture: PictureFile, cache: string, step: Step): Promise<RenderedPicture | Diagnostic> {
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

function unreadable(path: string, { message }: Error): Diagnostic {
  return {
    file: displayPath(path),
    line: undefined,
    field: undefined,
    problem: `cannot be read as a picture: ${message}`,
    remedy: "export it again as JPEG, PNG or SVG",
  };
}
