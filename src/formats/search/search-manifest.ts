import type { Catalog, Listing } from "../../model/catalog.ts";
import { shortDate } from "../../model/dates.ts";
import type { SitePath } from "../../model/urls.ts";
import { fileMark } from "../publication-mark.ts";

/** A shard of the search index: a calendar year, or its newest week. */
export interface SearchShard {
  /** The name of its folder. */
  readonly id: string;
  readonly year: number;
  readonly stories: number;
  /** Changes whenever the shard does. */
  readonly fingerprint: string;
  /** The names of its vocabulary partitions, a file each; see `partitionVocabulary`. */
  readonly vocabulary: readonly string[];
}

/** A page that the search dialog can suggest by its name. */
export interface NamedPage {
  readonly id: string;
  readonly name: string;
  readonly path: SitePath;
}

/** What a search needs before it loads any shard. Published as `pagefind/manifest.json`, which fixes the names of its keys. */
export interface SearchManifest {
  /** The publication's mark, as `fileMark` returns it. */
  readonly publication: string;
  /** The shards, newest first. */
  readonly volumes: readonly SearchShard[];
  /** Universal terms: the folded words that every story has. They work as stop words. */
  readonly everywhere: readonly string[];
  readonly sections: readonly NamedPage[];
  readonly topics: readonly NamedPage[];
  readonly authors: readonly NamedPage[];
  /** The pages of market figures. */
  readonly series: readonly NamedPage[];
  readonly newest: readonly { readonly title: string; readonly path: SitePath; readonly date: string }[];
}

const NEWEST = 5;

/**
 * @param universalTerms for each shard, the folded words that all its stories have
 * @param mark the publication's mark
 */
export function searchManifest(
  catalog: Catalog,
  shards: readonly SearchShard[],
  universalTerms: readonly (readonly string[])[],
  series: readonly NamedPage[],
  mark: string,
): SearchManifest {
  const [first = [], ...others] = universalTerms;
  return {
    publication: fileMark(mark),
    volumes: shards,
    everywhere: first.filter((word) => others.every((words) => words.includes(word))),
    sections: catalog.sections.map(namedPage),
    topics: catalog.topics.map(namedPage),
    authors: catalog.authors.map(namedPage),
    series,
    newest: catalog.articles.slice(0, NEWEST).map(({ title, path, published }) => ({ title, path, date: shortDate(published) })),
  };
}

function namedPage({ id, name, path }: Listing): NamedPage {
  return { id, name, path };
}
