import type { Catalog, Listing } from "../../model/catalog.ts";
import { shortDate } from "../../model/dates.ts";
import type { SitePath } from "../../model/urls.ts";

/** A calendar year of the archive, its newest week or what is before that, as it is indexed for search. */
export interface SearchVolume {
  /** The name of its folder. */
  readonly id: string;
  readonly year: number;
  readonly stories: number;
  /** Changes whenever the volume does. */
  readonly fingerprint: string;
  /** The parts of its vocabulary, as `partsOf` has them: each is a file. */
  readonly vocabulary: readonly string[];
}

/** Something to offer while the reader types, or before. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly path: SitePath;
}

/** What the search has to know before it loads any volume. Published as `pagefind/manifest.json`. */
export interface SearchManifest {
  /** Newest first. */
  readonly volumes: readonly SearchVolume[];
  /** The folded words that every story of every volume has. */
  readonly everywhere: readonly string[];
  readonly sections: readonly Offer[];
  readonly topics: readonly Offer[];
  readonly authors: readonly Offer[];
  /** The pages of market figures. */
  readonly series: readonly Offer[];
  readonly newest: readonly { readonly title: string; readonly path: SitePath; readonly date: string }[];
}

const NEWEST = 5;

/** @param everywhere a list for each volume: the folded words that all its stories have */
export function searchManifest(
  catalog: Catalog,
  volumes: readonly SearchVolume[],
  everywhere: readonly (readonly string[])[],
  series: readonly Offer[],
): SearchManifest {
  const [first = [], ...others] = everywhere;
  return {
    volumes,
    everywhere: first.filter((word) => others.every((words) => words.includes(word))),
    sections: catalog.sections.map(offer),
    topics: catalog.topics.map(offer),
    authors: catalog.authors.map(offer),
    series,
    newest: catalog.articles.slice(0, NEWEST).map(({ title, path, published }) => ({ title, path, date: shortDate(published) })),
  };
}

function offer({ id, name, path }: Listing): Offer {
  return { id, name, path };
}
