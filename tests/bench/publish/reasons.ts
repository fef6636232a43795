import type { ChangedFile } from "./changed-files.ts";

/** Why files of a site change when a story is published. The first pattern that fits a file's path gives the reason. */
const REASONS: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^\d{4}\/\d{2}\/\d{2}\//, "the story's own page"],
  [/^pictures\/share\//, "the story's social cards"],
  [/^pictures\//, "the story's picture"],
  [/^index\.html$/, "the home page shows the newest stories"],
  [/(?:^|\/)\d{4}\/\d{2}\/index\.html$/, "archives of its month"],
  [/^(?:topics|authors)\/[^/]+\/index\.html$/, "pages of its topics and authors"],
  [/^(?:topics|authors)\/index\.html$/, "lists of topics and authors count their stories"],
  [/^picture-credits\/index\.html$/, "picture credits name the stories that show a picture"],
  [/(?:^|\/)(?:feed\.xml|rss\.xml|feed\.json)$/, "feeds of its listings, in three formats"],
  [/^(?:sitemaps\/.*|[^/]*sitemap[^/]*)\.xml$/, "sitemaps"],
  [/^llms\.txt$/, "the guide for language models"],
  [/^offline\/(?:parts|stories)\.json$/, "the lists for offline downloads"],
  [/^edition\.json$/, "the manifest has the hash of every file"],
  [/^(?:_redirects|_headers|\.htaccess|[\w.]+\.json)$/, "files for hosts"],
  [/^pagefind\/manifest\.json$/, "the search's list of shards"],
  [/^pagefind\/[^/]+\/fragment\//, "search shard: what is shown of the story"],
  [/^pagefind\/[^/]+\/index\//, "search shard: chunks of its index"],
  [/^pagefind\/[^/]+\/filter\//, "search shard: filters"],
  [/^pagefind\/[^/]+\/vocabulary\//, "search shard: words for spelling"],
  [/^pagefind\/[^/]+\//, "search shard: its directory"],
  [/^[^/]+\/index\.html$/, "page of its section"],
];

/** Changed files by reason, in the order of the reasons; those without a known reason come last. */
export function byReason(files: readonly ChangedFile[]): ReadonlyMap<string, readonly ChangedFile[]> {
  const reasonOf = ({ path }: ChangedFile): string => REASONS.find(([pattern]) => pattern.test(path))?.[1] ?? "no known reason";
  const groups = Map.groupBy(files, reasonOf);
  const order = [...new Set(REASONS.map(([, reason]) => reason)), "no known reason"];
  return new Map(order.flatMap((reason) => (groups.has(reason) ? [[reason, groups.get(reason) ?? []] as const] : [])));
}
