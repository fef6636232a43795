import { SEARCH_INDEX } from "../../newsroom/addresses.ts";
import type { SearchMeta } from "../../newsroom/search-record.ts";

/** The part of Pagefind's JavaScript interface in use (Pagefind 1.6). */
interface Pagefind {
  options(options: { excerptLength?: number; excerptEllipsis?: string; metaCacheTag?: string }): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindFragment>;
}

/** One story as Pagefind returns it. The excerpt is HTML: escaped text with `<mark>` around the words found. */
export interface PagefindFragment {
  readonly raw_url: string;
  readonly excerpt: string;
  readonly meta: SearchMeta;
}

/** The publication's root, for a script that lies in a folder right below it. */
export const publicationRoot = new URL("..", import.meta.url);

const WORDS_IN_AN_EXCERPT = 28;
let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind from the publication; a failure is not remembered, so that the next try is a new one. */
function loadPagefind(): Promise<Pagefind> {
  loading ??= start().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(new URL(`.${SEARCH_INDEX}pagefind.js`, publicationRoot).href);
  // A tag that never changes: hosts have browsers ask whether the index has, instead of fetching it each time.
  await pagefind.options({ excerptLength: WORDS_IN_AN_EXCERPT, excerptEllipsis: "…", metaCacheTag: "edition" });
  return pagefind;
}

/** Every story that matches, best first; each is fetched when its `data` is asked for. */
export async function findStories(query: string): Promise<readonly PagefindResult[]> {
  const pagefind = await loadPagefind();
  const { results } = await pagefind.search(query);
  return results;
}
