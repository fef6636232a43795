import { hash } from "node:crypto";
import { readFile, stat, utimes, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { inParallel } from "../../lib/pool.ts";
import type { Step } from "../../lib/step.ts";
import { openKept, removeUnused, writeWhole } from "../files/file-cache.ts";
import { folderEntries } from "../files/folder-entries.ts";
import { CONFIGURATION_FILES } from "./hosts/configuration-files.ts";
import { COMPRESSIBLE } from "./hosts/media-types.ts";

/** Another release of a library may write other bytes. */
const LIBRARIES = `${process.versions.brotli} ${process.versions.zlib}`;

/** A file, and what it has been compressed to before. */
interface Kept {
  readonly bytes: Buffer;
  /** The compressed bytes of a format, which `compress` makes where there are none. */
  use(format: string, compress: (bytes: Buffer) => Promise<Buffer>): Promise<Buffer>;
}

/** Keeps compressed files by what they hold, so that an archive pays for each page once. */
class CompressionCache {
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

/** What fits into one packet gets to the reader no sooner for being smaller. */
const WORTHWHILE_BYTES = 1024;

const COMPRESSED: ReadonlySet<string> = new Set(COMPRESSIBLE);
const FOR_HOSTS: ReadonlySet<string> = new Set(CONFIGURATION_FILES);

/** How each format is made, as small as it can be, by the ending of its files. Neither holds a time. */
const FORMATS = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
} as const;

/**
 * Puts `X.br` and `X.gz` beside every file of text in `folder` that they are smaller than, for servers that send them
 * as they are. The files of the search index are not among them: they are compressed already, and gain nothing.
 */
export async function precompress(folder: string, cacheFolder: string, step: Pick<Step, "expect" | "advance">): Promise<void> {
  const cache = await CompressionCache.open(cacheFolder);
  const files = (await folderEntries(folder)).files.filter(isText);
  step.expect(files.length);
  // Compressing runs on threads beside this one; one file more is being read or written meanwhile.
  await inParallel(files, availableParallelism() + 1, async (path) => {
    const file = join(folder, path);
    if ((await stat(file)).size >= WORTHWHILE_BYTES) await compressFile(file, cache);
    step.advance();
  });
  await cache.removeUnused();
}

async function compressFile(file: string, cache: CompressionCache): Promise<void> {
  const kept = await cache.of(file);
  for (const [ending, compress] of Object.entries(FORMATS)) {
    const compressed = await kept.use(ending, compress);
    if (compressed.length < kept.bytes.length) await writeFile(`${file}.${ending}`, compressed);
  }
}

function isText(path: string): boolean {
  return COMPRESSED.has(path.slice(path.lastIndexOf(".") + 1)) && !FOR_HOSTS.has(path);
}
