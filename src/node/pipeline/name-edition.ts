import type { DateTime } from "luxon";
import { contentHash } from "../files/content-hash.ts";
import type { Publication } from "../ingest/read-content.ts";

/** Which edition this is. */
export interface Edition {
  /** A fingerprint of all that is published; equal content has an equal name, whenever it was built. */
  readonly name: string;
  /** When the latest story of the edition was published or updated; undefined where there is none. */
  readonly date: DateTime | undefined;
  /** What time it was taken to be. Only what follows the clock may use it: pages outlast their edition. */
  readonly clock: DateTime;
}

/** Names the edition after its content and not after the clock, so that building it again gives the same files. */
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
