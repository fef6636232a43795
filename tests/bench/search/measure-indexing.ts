import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type MeasuredProcess, measureProcess, TimeLimitError } from "../measure-process.ts";
import { seconds } from "../units.ts";

/** The cost of indexing an archive, or why it failed. */
export type Indexing = MeasuredProcess | { readonly failure: string };

const LIMIT_MS = 5 * 60 * 1000;

/** Indexes the output of `writeStories`. */
export async function measureIndexing(library: string, stories: string, out: string): Promise<Indexing> {
  await rm(out, { recursive: true, force: true });
  const command = ["--import", "tsx", join(import.meta.dirname, "index-archive.ts"), library, stories, out];
  try {
    return await measureProcess(process.execPath, command, LIMIT_MS);
  } catch (error) {
    if (error instanceof TimeLimitError) return { failure: `gave up after ${seconds(LIMIT_MS)}` };
    if (error instanceof Error && error.message.includes("out of memory")) return { failure: "out of memory" };
    throw error;
  }
}
