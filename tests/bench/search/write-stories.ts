import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { archiveVolumes } from "../../../src/formats/search/shards.ts";
import type { Catalog } from "../../../src/model/catalog.ts";
import type { Site } from "../../../src/model/site.ts";
import { volumeSource } from "../../../src/node/publish/search/shard-source.ts";
import { indexedStory } from "./indexed-story.ts";

/** Writes what the libraries index: `stories.json` for others, and `volumes/ID.json` as the build has them. */
export async function writeStories(catalog: Catalog, site: Site, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "volumes"), { recursive: true });
  await writeFile(join(folder, "stories.json"), JSON.stringify(catalog.articles.map(indexedStory)));
  for (const { id, articles } of archiveVolumes(catalog.articles)) {
    const source = volumeSource(articles, site.language, new Map());
    await writeFile(join(folder, "volumes", `${id}.json`), JSON.stringify(source));
  }
}
