import { copyFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Images } from "../../../model/images.ts";
import type { RenderedPicture } from "../../../model/picture.ts";
import { PICTURES } from "../../../model/urls.ts";

/** Copies the encoded pictures of published pages from `cache` into the site. */
export async function copyImages(images: Images, cache: string, folder: string): Promise<void> {
  await mkdir(join(folder, PICTURES), { recursive: true });
  for (const picture of images.values()) await copyPicture(picture, cache, folder);
}

async function copyPicture({ sources, fallback }: RenderedPicture, cache: string, folder: string): Promise<void> {
  const files = [...sources, fallback].flatMap((source) => source.files);
  await Promise.all(files.map(({ path }) => copyFile(join(cache, basename(path)), join(folder, path))));
}
