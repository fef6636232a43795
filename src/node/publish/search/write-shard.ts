import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import * as pagefind from "pagefind";
import * as z from "zod";
import { partsOf, type Vocabulary, vocabularyOf, writeVocabulary } from "../../../formats/search/vocabulary.ts";
import type { Step } from "../../../lib/step.ts";
import { checkVolume } from "./check-shard.ts";
import { ENGINE, EVERYWHERE, VOCABULARY, VOLUME } from "./shard-cache.ts";
import type { VolumeSource } from "./shard-source.ts";
import { wordsEverywhere } from "./universal-terms.ts";
import { readWritten } from "./written-shard.ts";

const AT_ONCE = 32;

/**
 * Indexes a volume with Pagefind into `folder`, reads it back, and parts its own files from those of the engine.
 *
 * @throws where Pagefind reports any error, or the written volume does not hold its stories
 */
export async function writeVolume({ records, settings }: VolumeSource, folder: string, step: Step): Promise<void> {
  const volume = join(folder, VOLUME);
  step.expect(records.length);
  // The service ends with each volume: it keeps its memory until then.
  try {
    const { index, errors } = await pagefind.createIndex(settings);
    if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    for (let start = 0; start < records.length; start += AT_ONCE) {
      const batch = records.slice(start, start + AT_ONCE);
      const answers = await Promise.all(batch.map((record) => index.addHTMLFile(record)));
      complain(answers.flatMap((answer) => answer.errors));
      step.advance(batch.length);
    }
    complain((await index.writeFiles({ outputPath: volume })).errors);
  } finally {
    await pagefind.close();
  }
  const everywhere = await readWritten(volume, async (written) => {
    await checkVolume(written, records);
    return wordsEverywhere(written, records);
  });
  await writeFile(join(folder, EVERYWHERE), JSON.stringify(everywhere));
  await partEngine(volume, join(folder, ENGINE));
  await writeParts(join(volume, VOCABULARY), vocabularyOf(records.map(({ content }) => content)));
}

async function writeParts(folder: string, vocabulary: Vocabulary): Promise<void> {
  await mkdir(folder);
  for (const [part, words] of partsOf(vocabulary)) await writeFile(join(folder, `${part}.txt`), writeVocabulary(words));
}

const entrySchema = z.object({ languages: z.record(z.string(), z.object({ wasm: z.string().nullish() })) });

/** Pagefind writes its scripts and its interfaces beside every index. What the search needs of it goes into `engine`, no longer than it has to be. */
async function partEngine(volume: string, engine: string): Promise<void> {
  const entry = entrySchema.parse(JSON.parse(await readFile(join(volume, "pagefind-entry.json"), "utf8")));
  const assembly = Object.values(entry.languages).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`);
  await mkdir(engine);
  for (const name of assembly) await rename(join(volume, name), join(engine, name));
  const script = await readFile(join(volume, "pagefind.js"), "utf8");
  const { code } = await transform(script, { minify: true, format: "esm", target: "es2022" });
  await writeFile(join(engine, "pagefind.js"), code);
  const others = (await readdir(volume)).filter((name) => /\.(?:js|css)$|^wasm\./.test(name));
  await Promise.all(others.map((name) => rm(join(volume, name))));
}

function complain(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not index the stories: ${errors.join("; ")}`);
}
