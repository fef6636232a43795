import { hash } from "node:crypto";
import { readFile, stat, utimes, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { mapConcurrent } from "../../lib/map-concurrent.ts";
import type { Progress } from "../../lib/step.ts";
import { openCache, removeUnused, writeAtomically } from "../files/file-cache.ts";
import { folderEntries } from "../files/folder-entries.ts";
import { HOST_FILES } from "./hosts/hosts.ts";
import { COMPRESSIBLE } from "./hosts/media-types.ts";

/** Part of the cache key: other releases may compress differently. */
const LIBRARIES = `${process.versions.brotli} ${process.versions.zlib}`;

/** A smaller file fits into one network packet anyway. */
const MIN_BYTES = 1024;

/** Compresses as well as each format can, by file extension. Neither output contains a timestamp. */
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
 * Writes `X.br` and `X.gz` beside every text file `X` in `folder` that they are smaller than, for servers that send them.
 * The files of the search index are compressed already, and left alone. The cache is keyed by content.
 */
export async function precompress(folder: string, cacheFolder: string, progress: Progress): Promise<void> {
  await openCache(cacheFolder);
  const files = (await folderEntries(folder)).files.filter(isCompressible);
  progress.expect(files.length);
  // Compression runs in the thread pool; one more file can be read or written meanwhile.
  await mapConcurrent(files, availableParallelism() + 1, async (path) => {
    const file = join(folder, path);
    if ((await stat(file)).size >= MIN_BYTES) await compressFile(file, cacheFolder);
    progress.advance();
  });
  await removeUnused(cacheFolder);
}

async function compressFile(file: string, cacheFolder: string): Promise<void> {
  const bytes = await readFile(file);
  const key = hash("sha256", Buffer.concat([Buffer.from(LIBRARIES), bytes]), "hex");
  for (const [extension, compress] of Object.entries(FORMATS)) {
    const compressed = await cached(join(cacheFolder, `${key}.${extension}`), () => compress(bytes));
    if (compressed.length < bytes.length) await writeFile(`${file}.${extension}`, compressed);
  }
}

/** Returns the content of a cache file, which `make` creates if it does not exist, and marks it as used. */
async function cached(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = await readFile(file).catch(() => undefined);
  if (known) {
    const now = new Date();
    await utimes(file, now, now);
    return known;
  }
  const made = await make();
  await writeAtomically(file, made);
  return made;
}

function isCompressible(path: string): boolean {
  return COMPRESSIBLE.includes(path.slice(path.lastIndexOf(".") + 1)) && !HOST_FILES.includes(path);
}
