import { constants } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type SearchVolume, searchManifest } from "../../../formats/search/search-manifest.ts";
import { archiveVolumes } from "../../../formats/search/shards.ts";
import type { Steps } from "../../../lib/step.ts";
import type { Markets } from "../../../markets/markets.ts";
import type { Catalog } from "../../../model/catalog.ts";
import type { Images } from "../../../model/images.ts";
import type { Site } from "../../../model/site.ts";
import { seriesPath } from "../../../model/urls.ts";
import { ENGINE, EVERYWHERE, VOCABULARY, VOLUME, VolumeCache } from "./shard-cache.ts";
import { volumeSource } from "./shard-source.ts";
import { writeVolume } from "./write-shard.ts";

interface Searched {
  readonly catalog: Catalog;
  readonly site: Site;
  readonly images: Images;
  readonly markets: Markets;
}

/** Copies share their blocks with the cache where the file system can do that. */
const SHARED_BLOCKS = { recursive: true, mode: constants.COPYFILE_FICLONE };

/**
 * Writes what the search needs into `folder`: the volumes of the archive, the engine that reads them, and
 * the manifest. A volume is indexed when its stories have changed, and else taken from the cache. One is in work at a
 * time, so that memory holds no more than that.
 *
 * @param folder such as `dist/pagefind`
 */
export async function writeSearch(
  { catalog, site, images, markets }: Searched,
  folder: string,
  cacheFolder: string,
  steps: Steps,
) {
  const cache = await VolumeCache.open(cacheFolder);
  const volumes: SearchVolume[] = [];
  const everywhere: (readonly string[])[] = [];
  await mkdir(folder, { recursive: true });
  for (const { id, year, articles } of archiveVolumes(catalog.articles)) {
    await steps.step(`search ${id}`, async (step) => {
      const source = volumeSource(articles, site.language, images);
      const name = `${id}-${source.fingerprint}`;
      const made = await cache.use(name, (unfinished) => writeVolume(source, unfinished, step));
      if (!made.isNew) step.note("cached");
      await cp(join(made.folder, VOLUME), join(folder, id), SHARED_BLOCKS);
      // Every volume has been written by the same engine. It stands once, beside them.
      if (volumes.length === 0) await cp(join(made.folder, ENGINE), folder, SHARED_BLOCKS);
      const parts = await readdir(join(made.folder, VOLUME, VOCABULARY));
      const vocabulary = parts.map((file) => basename(file, ".txt")).sort();
      everywhere.push(JSON.parse(await readFile(join(made.folder, EVERYWHERE), "utf8")));
      volumes.push({ id, year, stories: articles.length, fingerprint: source.fingerprint, vocabulary });
    });
  }
  await cache.removeUnused();
  const series = markets.series.map(({ id, name }) => ({ id, name, path: seriesPath(id) }));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(searchManifest(catalog, volumes, everywhere, series)));
}
