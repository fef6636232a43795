import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import * as pagefind from "pagefind";
import * as z from "zod";
import { writeStoryLengths } from "../../../formats/search/story-lengths.ts";
import { partitionVocabulary, type Vocabulary, vocabularyOf, writeVocabulary } from "../../../formats/search/vocabulary.ts";
import { escapeHtml } from "../../../lib/html-entities.ts";
import type { Step } from "../../../lib/step.ts";
import { type IndexedStory, indexedStory } from "./indexed-story.ts";
import { restoreTexts } from "./restore-texts.ts";
import { ENGINE_FOLDER, LENGTHS_FILE, SHARD_FOLDER, UNIVERSAL_TERMS_FILE, VOCABULARY_FOLDER } from "./shard-cache.ts";
import type { ShardSource } from "./shard-source.ts";
import { checkShard, readWrittenShard, universalTerms } from "./written-shard.ts";

const BATCH_SIZE = 32;

/**
 * Indexes a shard with Pagefind into `folder`, verifies it, and separates its files from those of the engine.
 *
 * @throws where Pagefind reports any error, or the written shard lacks stories
 */
export async function writeShard({ records, settings }: ShardSource, folder: string, step: Step): Promise<void> {
  const shardFolder = join(folder, SHARD_FOLDER);
  const stories = records.map(indexedStory);
  step.expect(stories.length);
  // The service is stopped after each shard, to free its memory.
  try {
    const { index, errors } = await pagefind.createIndex(settings);
    if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    for (let start = 0; start < stories.length; start += BATCH_SIZE) {
      const batch = stories.slice(start, start + BATCH_SIZE);
      const answers = await Promise.all(batch.map(({ indexed }) => index.addHTMLFile(indexed)));
      throwIfAny(answers.flatMap((answer) => answer.errors));
      step.advance(batch.length);
    }
    throwIfAny((await index.writeFiles({ outputPath: shardFolder })).errors);
  } finally {
    await pagefind.close();
  }
  await restoreTexts(join(shardFolder, "fragment"), stories);
  const texts = stories.map(({ text }) => escapeHtml(text));
  const terms = await readWrittenShard(shardFolder, async (written) => {
    await checkShard(written, records);
    return universalTerms(written, texts);
  });
  await writeFile(join(folder, UNIVERSAL_TERMS_FILE), JSON.stringify(terms));
  await moveEngine(shardFolder, join(folder, ENGINE_FOLDER));
  await writeFile(join(shardFolder, LENGTHS_FILE), writeStoryLengths(records.map(({ content }) => content)));
  await writePartitions(join(shardFolder, VOCABULARY_FOLDER), vocabularyOf(stories.map(searchedWords)));
}

/** Section, topics and authors are found by prefixes and corrections too. */
function searchedWords({ meta, text }: IndexedStory): string {
  return escapeHtml([...Object.values(meta), text].join(" "));
}

async function writePartitions(folder: string, vocabulary: Vocabulary): Promise<void> {
  await mkdir(folder);
  for (const [name, words] of partitionVocabulary(vocabulary))
    await writeFile(join(folder, `${name}.txt`), writeVocabulary(words));
}

const entrySchema = z.object({ languages: z.record(z.string(), z.object({ wasm: z.string().nullish() })) });

/** Moves the WebAssembly and the minified script, which Pagefind writes with every index, and removes its user interfaces. */
async function moveEngine(shard: string, engine: string): Promise<void> {
  const entry = entrySchema.parse(JSON.parse(await readFile(join(shard, "pagefind-entry.json"), "utf8")));
  const wasmFiles = Object.values(entry.languages).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`);
  await mkdir(engine);
  for (const name of wasmFiles) await rename(join(shard, name), join(engine, name));
  const script = await readFile(join(shard, "pagefind.js"), "utf8");
  const { code } = await transform(script, { minify: true, format: "esm", target: "es2022" });
  await writeFile(join(engine, "pagefind.js"), code);
  const others = (await readdir(shard)).filter((name) => /\.(?:js|css)$|^wasm\./.test(name));
  await Promise.all(others.map((name) => rm(join(shard, name))));
}

function throwIfAny(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index the stories: ${errors.join("; ")}`);
}
