import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inParallel } from "../../../lib/pool.ts";
import type { SocialCards } from "../../../model/social-card.ts";
import type { SitePath } from "../../../model/urls.ts";
import { keptName } from "./share-files.ts";

const AT_ONCE = 16;

/**
 * Copies share pictures from `cache` into the site, each once, and returns how many there are. Copies and no hard links:
 * whatever is done to the published files must not reach the cache.
 */
export async function copySocialCards({ site, stories }: SocialCards, cache: string, folder: string): Promise<number> {
  const paths = new Set<SitePath>([site.path]);
  for (const { card, crops } of stories.values()) for (const { path } of [card, ...crops]) paths.add(path);
  await mkdir(dirname(join(folder, site.path)), { recursive: true });
  await inParallel([...paths], AT_ONCE, (path) =>
    copyFile(join(cache, keptName(path)), join(folder, path), constants.COPYFILE_FICLONE),
  );
  return paths.size;
}
