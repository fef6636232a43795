import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import lunr from "lunr";
import MiniSearch from "minisearch";
import type { ShardSource } from "../../../src/node/publish/search/shard-source.ts";
import { writeShard } from "../../../src/node/publish/search/write-shard.ts";
import { SILENT_STEP } from "../../read-catalog.ts";
import { type IndexedStory, SEARCHED, SHOWN } from "./indexed-story.ts";
import { MINISEARCH } from "./minisearch-options.ts";

/**
 * Indexes an archive with one library, in its own process so that its memory can be measured:
 * `index-archive.ts LIBRARY STORIES OUT`, where STORIES is the output folder of `writeStories`.
 */
const LIBRARIES: Readonly<Record<string, (stories: string, out: string) => Promise<void>>> = {
  shards: async (stories, out) => {
    for (const file of await readdir(join(stories, "shards"))) {
      const source: ShardSource = JSON.parse(await readFile(join(stories, "shards", file), "utf8"));
      await writeShard(source, join(out, file.replace(".json", "")), SILENT_STEP);
    }
  },
  minisearch: async (stories, out) => {
    const index = new MiniSearch<IndexedStory>(MINISEARCH);
    index.addAll(await readStories(stories));
    await writeFile(join(out, "index.json"), JSON.stringify(index));
  },
  lunr: async (stories, out) => {
    const all = await readStories(stories);
    const index = lunr((builder) => {
      builder.ref("path");
      for (const field of SEARCHED) builder.field(field);
      for (const story of all) builder.add(story);
    });
    const shown = Object.fromEntries(
      all.map((story) => [story.path, Object.fromEntries(SHOWN.map((name) => [name, story[name]]))]),
    );
    await writeFile(join(out, "index.json"), JSON.stringify({ index, shown }));
  },
};

async function readStories(folder: string): Promise<readonly IndexedStory[]> {
  return JSON.parse(await readFile(join(folder, "stories.json"), "utf8"));
}

const [library = "", stories = "", out = ""] = process.argv.slice(2);
await mkdir(out, { recursive: true });
await LIBRARIES[library]?.(stories, out);
