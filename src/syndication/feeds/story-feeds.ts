import type { DateTime } from "luxon";
import { memoize } from "../../lib/memoize.ts";
import { type Article, lastChange } from "../../model/article.ts";
import type { Catalog, Listing } from "../../model/catalog.ts";
import { HOME, TOPICS } from "../../model/fixed-pages.ts";
import type { PartnerFeed, Site } from "../../model/site.ts";
import { authorPath, FEED_FORMATS, feedPath, partnerFeedPath } from "../../model/urls.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { feedPicture, type StorySources, storyHtml } from "./story-html.ts";

/** Stories in a public feed. */
const MAX_STORIES = 30;

const [ATOM] = FEED_FORMATS;

type ItemOf = (article: Article) => FeedItem;
type Publication = Pick<Site, "name" | "description">;

/** The public feeds: of the whole publication, and of every section, topic and author. */
export function listingFeeds(catalog: Catalog, site: Publication, itemOf: ItemOf): readonly Feed[] {
  return [catalog.publication, ...catalog.listings].map((listing) => listingFeed(listing, catalog, site, itemOf));
}

function listingFeed(
  { kind, name, description, path, articles }: Listing,
  catalog: Catalog,
  site: Publication,
  itemOf: ItemOf,
): Feed {
  const newest = articles.slice(0, MAX_STORIES);
  return {
    title: kind === "publication" ? site.name : `${site.name}: ${name}`,
    description,
    id: path,
    page: path,
    folder: path,
    updated: latestChange(newest) ?? firstPublication(catalog),
    items: newest.map(itemOf),
  };
}

/**
 * A partner's feed: the stories of its sections in the hours before the edition's clock. Afterwards it is empty, but keeps
 * the date of its last story.
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
    // Its folder has no page.
    id: feedPath(partnerFeedPath(id), ATOM),
    page: HOME,
    folder: partnerFeedPath(id),
    updated: latestChange(chosen) ?? firstPublication(catalog),
    items: chosen.filter(({ published }) => published >= since).map(itemOf),
  };
}

function latestChange(articles: readonly Article[]): DateTime | undefined {
  return articles
    .map(lastChange)
    .reduce<DateTime | undefined>((latest, each) => (latest && latest > each ? latest : each), undefined);
}

/** The date of a feed without stories. Not the edition's clock: the feed would change with each edition. */
function firstPublication({ articles }: Catalog): DateTime | undefined {
  return articles.at(-1)?.published;
}

/** Turns stories into feed items. Memoized: a story is in the feeds of its section, topics and authors. */
export function storyItems(sources: StorySources): ItemOf {
  return memoize((article) => storyItem(article, sources));
}

function storyItem(article: Article, sources: StorySources): FeedItem {
  const { href, images } = sources;
  const { title, standfirst, section, topics, authors, published, picture } = article;
  const lead = picture && images.get(picture.name);
  const url = href(article.path);
  return {
    id: url,
    url,
    title,
    summary: standfirst,
    contentHtml: storyHtml(article, sources),
    published,
    updated: lastChange(article),
    authors: authors.map(({ id, name }) => ({ name, url: href(authorPath(id)) })),
    categories: [
      { scheme: href(HOME), term: section.id, label: section.name },
      ...topics.map(({ id, name }) => ({ scheme: href(TOPICS), term: id, label: name })),
    ],
    picture: lead && feedPicture(lead, picture.alt, href),
  };
}
