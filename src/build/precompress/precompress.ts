import { stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { inParallel } from "../../lib/pool.ts";
import type { Step } from "../build-report.ts";
import { folderEntries } from "../folder-entries.ts";
import { CONFIGURATION_FILES } from "../hosts/configuration-files.ts";
import { COMPRESSIBLE } from "../hosts/media-types.ts";
import { CompressionCache } from "./compression-cache.ts";

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
