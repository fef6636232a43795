import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { isRunning } from "../is-running.ts";

/** Folders of a kept volume: its own files, and those of the engine that reads it. */
export const VOLUME = "volume";
export const ENGINE = "engine";
/** Beside them: the words that all its stories have, as JSON. */
export const EVERYWHERE = "everywhere.json";
/** Within the volume: a file for each part of its vocabulary. */
export const VOCABULARY = "vocabulary";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Volumes of other content folders, clocks and branches are kept for as long as somebody may come back to them. */
const KEPT_DAYS = 30;

/** Keeps indexed volumes by name, each whole or not at all. */
export class VolumeCache {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<VolumeCache> {
    await mkdir(folder, { recursive: true });
    const left = (await readdir(folder)).filter((name) => name.startsWith(".") && !isRunning(Number(name.split(".").at(-1))));
    await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
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
    for (const name of await readdir(this.#folder)) {
      const folder = join(this.#folder, name);
      // Another build may have finished or removed it meanwhile.
      const used = await stat(folder).catch(() => undefined);
      if (used && Date.now() - used.mtimeMs > KEPT_DAYS * DAY_MS) await rm(folder, { recursive: true, force: true });
    }
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
