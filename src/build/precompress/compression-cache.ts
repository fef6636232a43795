import { hash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as somebody may come back to content that is not published now. */
const KEPT_DAYS = 30;

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
  #made = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<CompressionCache> {
    await mkdir(folder, { recursive: true });
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
    // Whole or not at all, whoever else makes the same at the same time: another build, or this one of a like file.
    this.#made += 1;
    const unfinished = `${file}.${process.pid}.${this.#made}`;
    await writeFile(unfinished, made);
    await rename(unfinished, file);
    return made;
  }

  async removeUnused(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const file = join(this.#folder, name);
      // Another build may have removed it meanwhile.
      const used = await stat(file).catch(() => undefined);
      if (used && Date.now() - used.mtimeMs > KEPT_DAYS * DAY_MS) await rm(file, { force: true });
    }
  }
}
