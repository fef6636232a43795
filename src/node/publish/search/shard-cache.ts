import { existsSync } from "node:fs";
import { rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { openKept, removeUnused } from "../../files/file-cache.ts";

/** Folders of a kept volume: its own files, and those of the engine that reads it. */
export const VOLUME = "volume";
export const ENGINE = "engine";
/** Beside them: the words that all its stories have, as JSON. */
export const EVERYWHERE = "everywhere.json";
/** Within the volume: a file for each part of its vocabulary. */
export const VOCABULARY = "vocabulary";

/** Keeps indexed volumes by name, each whole or not at all. */
export class VolumeCache {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<VolumeCache> {
    await openKept(folder);
    return new VolumeCache(folder);
  }

  /** The kept volume of that name, which `make` writes where there is none. */
  async use(name: string, make: (unfinished: string) => Promise<void>): Promise<{ folder: string; isNew: boolean }> {
    const folder = join(this.#folder, name);
    const isNew = !existsSync(folder);
    if (isNew) {
      const unfinished = join(this.#folder, `.${name}.${process.pid}`);
      // What this process may have failed at before.
      await rm(unfinished, { recursive: true, force: true });
      await make(unfinished);
      await this.#keep(unfinished, folder);
    }
    const now = new Date();
    await utimes(folder, now, now);
    return { folder, isNew };
  }

  async removeUnused(): Promise<void> {
    await removeUnused(this.#folder);
  }

  /** Two builds may make the same volume at once: the first that is whole is kept. */
  async #keep(unfinished: string, folder: string): Promise<void> {
    try {
      await rename(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      await rm(unfinished, { recursive: true });
    }
  }
}
