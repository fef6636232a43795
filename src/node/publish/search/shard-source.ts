import { readFileSync } from "node:fs";
import type { PagefindServiceConfig } from "pagefind";
import { type SearchRecord, searchRecord } from "../../../formats/search/search-record.ts";
import type { Article } from "../../../model/article.ts";
import type { Images } from "../../../model/images.ts";
import { contentHash } from "../../files/content-hash.ts";

/** Everything that the index of a volume is made of. */
export interface VolumeSource {
  /** Oldest first: Pagefind numbers stories as they come, and one more at the end leaves the numbers of the others. */
  readonly records: readonly SearchRecord[];
  readonly settings: PagefindServiceConfig;
  /** Equal for equal volumes: of the records, the settings, Pagefind's version and the recipe of ours. */
  readonly fingerprint: string;
}

/** Raised whenever the same records should make another volume. */
const RECIPE = "4";

/** What a host should hold of a volume at most. */
const MOST_FILES = 500;
const FEWEST_FRAGMENTS = 60;
/** Measured with Pagefind 1.6: a file of its index holds at least so many bytes of records. */
const RECORD_BYTES_PER_INDEX_FILE = 80_000;
/** Entry, metadata, filters, and the parts of the vocabulary. */
const OTHER_FILES = 40;

/** @param articles newest first */
export function volumeSource(articles: readonly Article[], language: string, images: Images): VolumeSource {
  const records = articles.toReversed().map((article, index) => searchRecord(article, index, language, images));
  const settings: PagefindServiceConfig = {
    forceLanguage: language.split("-")[0] ?? language,
    excludeSelectors: [".pull-quote", ".footnote-back", ".footnote-ref"],
    maxFragments: mostFragments(records),
  };
  const fingerprint = contentHash(
    RECIPE,
    pagefindVersion(),
    JSON.stringify(settings),
    ...records.flatMap(({ url, content }) => [url, content]),
  );
  return { records, settings, fingerprint };
}

/** Stories share files of fragments where they are many, so that a volume stays below what hosts like to hold. */
function mostFragments(records: readonly SearchRecord[]): number {
  const bytes = records.reduce((sum, { content }) => sum + content.length, 0);
  const left = MOST_FILES - OTHER_FILES - Math.ceil(bytes / RECORD_BYTES_PER_INDEX_FILE);
  return Math.max(left, FEWEST_FRAGMENTS);
}

function pagefindVersion(): string {
  const description = new URL("../package.json", import.meta.resolve("pagefind"));
  const { version }: { version: string } = JSON.parse(readFileSync(description, "utf8"));
  return version;
}
