import { hash } from "node:crypto";
import { readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { openKept, removeUnused, writeWhole } from "../kept-files.ts";

/** Another release of a library may write other bytes. */
const LIBRARIES = `${process.versions.brotli} ${process.versions.zlib}`;

/** A file, and what it has been compressed to before. */
interface Kept {
  readonly bytes: Buffer;
  /** The compressed bytes of a format, which `compress` makes where there are none. */
  use(format: string, compress: (bytes: Buffer) => Promise<Buffer>): Promise<Buffer>;
}

/** Keeps compressed files by what they hold, so that an archive pays for each page once. */
export class CompressionCache {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<CompressionCache> {
    await openKept(folder);
    return new CompressionCache(folder);
  }

  async of(file: string): Promise<Kept> {
    const bytes = await readFile(file);
    const name = hash("sha256", Buffer.concat([Buffer.from(LIBRARIES), bytes]), "hex");
    return { bytes, use: (format, compress) => this.#use(join(this.#folder, `${name}.${format}`), () => compress(bytes)) };
  }

  async #use(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const kept = await readFile(file).catch(() => undefined);
    if (kept) {
      const now = new Date();
      await utimes(file, now, now);
      return kept;
    }
    const made = await make();
    await writeWhole(file, made);
    return made;
  }

  async removeUnused(): Promise<void> {
    await removeUnused(this.#folder);
  }
}
