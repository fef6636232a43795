import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type SearchShard, searchManifest } from "../../src/formats/search/search-manifest.ts";
import type { ArchiveShard } from "../../src/formats/search/shards.ts";
import type { Catalog } from "../../src/model/catalog.ts";
import {
  ENGINE_FOLDER,
  SHARD_FOLDER,
  UNIVERSAL_TERMS_FILE,
  VOCABULARY_FOLDER,
} from "../../src/node/publish/search/shard-cache.ts";
import { shardSource } from "../../src/node/publish/search/shard-source.ts";
import { writeShard } from "../../src/node/publish/search/write-shard.ts";
import { SILENT_STEP } from "../read-catalog.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Indexes stories in these shards, whatever their dates. The folder returned is that of a site with nothing but its search. */
export async function indexStories(catalog: Catalog, shards: readonly ArchiveShard[]): Promise<string> {
  const [folder, work] = [temporaryFolder(), temporaryFolder()];
  const index = join(folder, "pagefind");
  const listed: SearchShard[] = [];
  const universalTerms: string[][] = [];
  await mkdir(index);
  for (const { id, year, articles } of shards) {
    const source = shardSource(articles, "en-GB", new Map());
    await writeShard(source, join(work, id), SILENT_STEP);
    await cp(join(work, id, ENGINE_FOLDER), index, { recursive: true });
    await cp(join(work, id, SHARD_FOLDER), join(index, id), { recursive: true });
    const vocabulary = readdirSync(join(work, id, SHARD_FOLDER, VOCABULARY_FOLDER)).map((file) => file.replace(".txt", ""));
    universalTerms.push(JSON.parse(await readFile(join(work, id, UNIVERSAL_TERMS_FILE), "utf8")));
    listed.push({ id, year, stories: articles.length, fingerprint: source.fingerprint, vocabulary });
  }
  await writeFile(
    join(index, "manifest.json"),
    JSON.stringify(searchManifest(catalog, listed, universalTerms, [], "0123456789")),
  );
  return folder;
}
