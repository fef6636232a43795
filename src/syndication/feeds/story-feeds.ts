import type { DateTime } from "luxon";
import { type Article, lastChange } from "../../model/article.ts";
import type { Catalog, Listing } from "../../model/catalog.ts";
import type { PartnerFeed, Site } from "../../model/site.ts";
import { FEED_FORMATS, FRONT, feedPath, partnerFeedPath } from "../../model/urls.ts";
import type { Feed, FeedItem } from "./feed.ts";

/** Stories that a feed for everyone carries. */
const NEWEST = 30;

const [ATOM] = FEED_FORMATS;

type ItemOf = (article: Article) => FeedItem;
type Publication = Pick<Site, "name" | "description">;

/** The feeds for everyone: of the whole publication, and of every section, topic and author. */
export function listingFeeds(catalog: Catalog, site: Publication, itemOf: ItemOf): readonly Feed[] {
  return [catalog.publication, ...catalog.listings].map((listing) => listingFeed(listing, catalog, site, itemOf));
}

function listingFeed(
  { kind, name, description, path, articles }: Listing,
  catalog: Catalog,
  site: Publication,
  itemOf: ItemOf,
): Feed {
  const newest = articles.slice(0, NEWEST);
  return {
    title: kind === "publication" ? site.name : `${site.name}: ${name}`,
    description,
    id: path,
    page: path,
    folder: path,
    updated: latestChange(newest) ?? beginning(catalog),
    items: newest.map(itemOf),
  };
}

/**
 * A feed for a partner: what its sections have published in the hours before the edition's clock. Once those have
 * passed it is empty, but remains as new as its last story.
 */
export function partnerFeed(
  { id, name, sections, without = [], hours }: PartnerFeed,
  catalog: Catalog,
  site: Publication,
  clock: DateTime,
  itemOf: ItemOf,
): Feed {
  const chosen = catalog.articles.filter(
    ({ section }) => (sections?.includes(section.id) ?? true) && !without.includes(section.id),
  );
  const since = clock.minus({ hours });
  return {
    title: `${site.name}: ${name}`,
    description: site.description,
    // Its folder has no page that could stand for it.
    id: feedPath(partnerFeedPath(id), ATOM),
    page: FRONT,
    folder: partnerFeedPath(id),
    updated: latestChange(chosen) ?? beginning(catalog),
    items: chosen.filter(({ published }) => published >= since).map(itemOf),
  };
}

function latestChange(articles: readonly Article[]): DateTime | undefined {
  return articles
    .map(lastChange)
    .reduce<DateTime | undefined>((latest, each) => (latest && latest > each ? latest : each), undefined);
}

/** Since when a feed without stories has been as it is: it has a date of its own, and takes none from the clock. */
function beginning({ articles }: Catalog): DateTime | undefined {
  return articles.at(-1)?.published;
}
