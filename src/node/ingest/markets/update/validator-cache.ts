import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Validators } from "../../../../markets/sources/http-client.ts";
import { contentHash } from "../../../files/content-hash.ts";
import type { FetchedSeries } from "./choose-series.ts";

/** `basis` is a persisted name: the hash of the series and the figures that the validators belong to. */
const entrySchema = z.object({
  basis: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

/**
 * Caches the HTTP validators (`ETag`, `Last-Modified`) of the last answer of each source, in one file per series. They are
 * valid only for the figures made from that answer: a CSV file that was edited, or comes from another branch, needs a
 * full answer.
 */
export class ValidatorCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param figures the text of the CSV file */
  async get(series: FetchedSeries, figures: string): Promise<Validators> {
    const text = await readFile(this.#file(series), "utf8").catch(() => "");
    const entry = entrySchema.safeParse(parseJson(text));
    return entry.success && entry.data.basis === basisOf(series, figures) ? entry.data : {};
  }

  async set(series: FetchedSeries, figures: string, { etag, lastModified }: Validators): Promise<void> {
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

/** Undefined for invalid JSON, which counts as a cache miss. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
