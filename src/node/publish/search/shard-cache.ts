import { existsSync } from "node:fs";
import { rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { openCache, removeUnused } from "../../files/file-cache.ts";

/** Folders of a cached shard: its own files, and those of the engine. Existing caches fix the names. */
export const SHARD_FOLDER = "volume";
export const ENGINE_FOLDER = "engine";
/** Beside them: its universal terms, as JSON. */
export const UNIVERSAL_TERMS_FILE = "everywhere.json";
/** Within the shard's folder: a file for each partition of its vocabulary. */
export const VOCABULARY_FOLDER = "vocabulary";
/** Within the shard's folder: the lengths of its stories, oldest first. */
export const LENGTHS_FILE = "lengths.txt";

/** Caches indexed shards by name. Entries are written atomically. */
export class ShardCache {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<ShardCache> {
    await openCache(folder);
    return new ShardCache(folder);
  }

  /**
   * The cached shard of that name, which `write` creates where there is none.
   *
   * @param write is given a temporary folder
   */
  async use(name: string, write: (folder: string) => Promise<void>): Promise<{ folder: string; isNew: boolean }> {
    const folder = join(this.#folder, name);
    const isNew = !existsSync(folder);
    if (isNew) {
      const unfinished = join(this.#folder, `.${name}.${process.pid}`);
      // Left by a failed attempt of this process.
      await rm(unfinished, { recursive: true, force: true });
      await write(unfinished);
      await this.#commit(unfinished, folder);
    }
    const now = new Date();
    await utimes(folder, now, now);
    return { folder, isNew };
  }

  async removeUnused(): Promise<void> {
    await removeUnused(this.#folder);
  }

  /** Concurrent builds may write the same shard: the first to finish wins. */
  async #commit(unfinished: string, folder: string): Promise<void> {
    try {
      await rename(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      await rm(unfinished, { recursive: true });
    }
  }
}
