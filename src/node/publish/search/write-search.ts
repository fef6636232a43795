import { constants } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileMark } from "../../../formats/publication-mark.ts";
import { type SearchShard, searchManifest } from "../../../formats/search/search-manifest.ts";
import { archiveShards } from "../../../formats/search/shards.ts";
import type { Steps } from "../../../lib/step.ts";
import type { Markets } from "../../../markets/markets.ts";
import type { Catalog } from "../../../model/catalog.ts";
import type { Images } from "../../../model/images.ts";
import type { Site } from "../../../model/site.ts";
import { SEARCH_INDEX, seriesPath } from "../../../model/urls.ts";
import type { PackageUse } from "../../files/package-uses.ts";
import { ENGINE_FOLDER, LENGTHS_FILE, SHARD_FOLDER, ShardCache, UNIVERSAL_TERMS_FILE, VOCABULARY_FOLDER } from "./shard-cache.ts";
import { pagefindFolder, shardSource } from "./shard-source.ts";
import { writeShard } from "./write-shard.ts";

interface SearchedContent {
  readonly catalog: Catalog;
  readonly site: Site;
  readonly images: Images;
  readonly markets: Markets;
  /** The publication's mark. */
  readonly mark: string;
}

const MANIFEST = "manifest.json";

/** Copies share their blocks with the cache where the file system supports it (reflinks). */
const REFLINK = { recursive: true, mode: constants.COPYFILE_FICLONE };

/**
 * Writes the search index into `folder`: the shards of the archive, the engine that reads them, and the manifest. Unchanged
 * shards are copied from the cache. Shards are indexed one at a time, to limit memory. Returns the files of the engine, which
 * come from a package.
 *
 * @param folder such as `dist/pagefind`
 */
export async function writeSearch(
  { catalog, site, images, markets, mark }: SearchedContent,
  folder: string,
  cacheFolder: string,
  steps: Steps,
): Promise<readonly PackageUse[]> {
  const cache = await ShardCache.open(cacheFolder);
  const shards: SearchShard[] = [];
  const universalTerms: (readonly string[])[] = [];
  await mkdir(folder, { recursive: true });
  for (const { id, year, articles } of archiveShards(catalog.articles)) {
    await steps.step(`search ${id}`, async (step) => {
      const source = shardSource(articles, site.language, images);
      const name = `${id}-${source.fingerprint}`;
      const cached = await cache.use(name, (unfinished) => writeShard(source, unfinished, step));
      if (!cached.isNew) step.note("cached");
      await cp(join(cached.folder, SHARD_FOLDER), join(folder, id), REFLINK);
      await markShard(join(folder, id), mark);
      // All shards share one engine, beside them.
      if (shards.length === 0) {
        await cp(join(cached.folder, ENGINE_FOLDER), folder, REFLINK);
        await markFile(join(folder, "pagefind.js"), (script) => `/*!${fileMark(mark)}*/${script}`);
      }
      const partitions = await readdir(join(cached.folder, SHARD_FOLDER, VOCABULARY_FOLDER));
      const vocabulary = partitions.map((file) => basename(file, ".txt")).sort();
      universalTerms.push(JSON.parse(await readFile(join(cached.folder, UNIVERSAL_TERMS_FILE), "utf8")));
      shards.push({ id, year, stories: articles.length, fingerprint: source.fingerprint, vocabulary });
    });
  }
  await cache.removeUnused();
  const series = markets.series.map(({ id, name }) => ({ id, name, path: seriesPath(id) }));
  await writeFile(join(folder, MANIFEST), JSON.stringify(searchManifest(catalog, shards, universalTerms, series, mark)));
  return engineFiles(folder);
}

/** Those directly in the folder, but the manifest. */
async function engineFiles(folder: string): Promise<readonly PackageUse[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== MANIFEST);
  return files.map(({ name }) => ({ folder: pagefindFolder(), file: `${SEARCH_INDEX.slice(1)}${name}` }));
}

/** Marks the texts of a shard: its entry file, whose readers ignore unknown keys, and its lists. The cache has them without a mark. */
async function markShard(shard: string, mark: string): Promise<void> {
  await markFile(join(shard, "pagefind-entry.json"), (entry) =>
    JSON.stringify({ publication: fileMark(mark), ...JSON.parse(entry) }),
  );
  const partitions = await readdir(join(shard, VOCABULARY_FOLDER));
  for (const list of [LENGTHS_FILE, ...partitions.map((file) => join(VOCABULARY_FOLDER, file))]) {
    await markFile(join(shard, list), (lines) => `${fileMark(mark)}\n${lines}`);
  }
}

async function markFile(file: string, marked: (text: string) => string): Promise<void> {
  await writeFile(file, marked(await readFile(file, "utf8")));
}
