import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { archiveShards } from "../../../src/formats/search/shards.ts";
import type { Catalog } from "../../../src/model/catalog.ts";
import type { Site } from "../../../src/model/site.ts";
import { shardSource } from "../../../src/node/publish/search/shard-source.ts";
import { indexedStory } from "./indexed-story.ts";

/** Writes the input of the libraries: `stories.json` for others, and `shards/ID.json` as the build has them. */
export async function writeStories(catalog: Catalog, site: Site, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "shards"), { recursive: true });
  await writeFile(join(folder, "stories.json"), JSON.stringify(catalog.articles.map(indexedStory)));
  for (const { id, articles } of archiveShards(catalog.articles)) {
    const source = shardSource(articles, site.language, new Map());
    await writeFile(join(folder, "shards", `${id}.json`), JSON.stringify(source));
  }
}
