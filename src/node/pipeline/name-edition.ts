import type { DateTime } from "luxon";
import { contentHash } from "../files/content-hash.ts";
import type { Publication } from "../ingest/read-content.ts";

/** The identity of an edition. */
export interface Edition {
  /** A hash of all published content: the same content has the same name, whenever it was built. */
  readonly name: string;
  /** When its latest story was published or updated; undefined without stories. */
  readonly date: DateTime | undefined;
  /** The time that the build takes as now. Pages must not depend on it, since they outlast their edition. */
  readonly clock: DateTime;
}

/** Names the edition after its content, not the clock, so that building it again gives the same files. */
export function nameEdition(
  { catalog, pages, markets, redirects }: Pick<Publication, "catalog" | "pages" | "markets" | "redirects">,
  clock: DateTime,
): Edition {
  const dates = catalog.articles.map(({ published, updated }) => updated ?? published);
  const date = dates.reduce<DateTime | undefined>((latest, each) => (latest && latest > each ? latest : each), undefined);
  const stories = catalog.articles.map((article) => contentHash(JSON.stringify(article)));
  const figures = markets.series.map((series) => contentHash(JSON.stringify(series)));
  const name = contentHash(JSON.stringify(stories), JSON.stringify(pages), JSON.stringify(redirects), ...figures);
  return Object.freeze({ name, date, clock });
}
