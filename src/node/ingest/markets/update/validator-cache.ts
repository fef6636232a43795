import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Validators } from "../../../../markets/sources/client.ts";
import { contentHash } from "../../../files/content-hash.ts";
import type { FetchedSeries } from "./chosen-series.ts";

const keptSchema = z.object({
  basis: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

/**
 * Keeps by what the last answer of a source is known, in a file for each series. It holds only for the very figures that
 * were made of that answer: a file that was edited, or taken from another branch, is compared with a fresh answer.
 */
export class ValidatorCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param figures the text of the file of figures */
  async of(series: FetchedSeries, figures: string): Promise<Validators> {
    const text = await readFile(this.#file(series), "utf8").catch(() => "");
    const kept = keptSchema.safeParse(json(text));
    return kept.success && kept.data.basis === basisOf(series, figures) ? kept.data : {};
  }

  async keep(series: FetchedSeries, figures: string, { etag, lastModified }: Validators): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = this.#file(series);
    await writeFile(`${file}.next`, `${JSON.stringify({ basis: basisOf(series, figures), etag, lastModified })}\n`);
    await rename(`${file}.next`, file);
  }

  #file({ id }: FetchedSeries): string {
    return join(this.#folder, `${id}.json`);
  }
}

function basisOf({ fetch, frequency }: FetchedSeries, figures: string): string {
  return contentHash(JSON.stringify([fetch, frequency]), figures);
}

/** A file that cannot be read is as good as none. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
