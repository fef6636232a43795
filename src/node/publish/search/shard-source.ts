import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PagefindServiceConfig } from "pagefind";
import { type SearchRecord, searchRecord } from "../../../formats/search/search-record.ts";
import type { Article } from "../../../model/article.ts";
import type { Images } from "../../../model/images.ts";
import { contentHash } from "../../files/content-hash.ts";

/** Everything that the index of a shard depends on. */
export interface ShardSource {
  /** Oldest first: Pagefind numbers stories in this order, and a new one at the end leaves the other numbers unchanged. */
  readonly records: readonly SearchRecord[];
  readonly settings: PagefindServiceConfig;
  /** A hash of the records, the settings, Pagefind's version and `CACHE_VERSION`. */
  readonly fingerprint: string;
}

/** To be raised when the same records should be indexed otherwise. */
const CACHE_VERSION = "7";

/** The number of files of a shard that hosts handle well. */
const MAX_FILES = 500;
const MIN_FRAGMENTS = 60;
/** At least; measured with Pagefind 1.6. */
const RECORD_BYTES_PER_INDEX_FILE = 80_000;
/** Entry, metadata, filters, lengths, and the partitions of the vocabulary. */
const OTHER_FILES = 40;

/** @param articles newest first */
export function shardSource(articles: readonly Article[], language: string, images: Images): ShardSource {
  const records = articles.toReversed().map((article, index) => searchRecord(article, index, language, images));
  const settings: PagefindServiceConfig = {
    forceLanguage: language.split("-")[0] ?? language,
    maxFragments: maxFragments(records),
  };
  const fingerprint = contentHash(
    CACHE_VERSION,
    pagefindVersion(),
    JSON.stringify(settings),
    ...records.flatMap(({ url, content }) => [url, content]),
  );
  return { records, settings, fingerprint };
}

/** Many stories share fragment files, so that a shard stays below `MAX_FILES`. */
function maxFragments(records: readonly SearchRecord[]): number {
  const bytes = records.reduce((sum, { content }) => sum + content.length, 0);
  const remaining = MAX_FILES - OTHER_FILES - Math.ceil(bytes / RECORD_BYTES_PER_INDEX_FILE);
  return Math.max(remaining, MIN_FRAGMENTS);
}

/** The folder of the package. */
export function pagefindFolder(): string {
  return fileURLToPath(new URL("..", import.meta.resolve("pagefind"))).replace(/[\\/]$/, "");
}

function pagefindVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(pagefindFolder(), "package.json"), "utf8"));
  return version;
}
