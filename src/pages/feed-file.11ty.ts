import type { GlobalData } from "../../_includes/page-context.ts";
import { FEED_FORMATS, type FeedFormat, feedPath, hrefAbsolute } from "../model/urls.ts";
import { correctionsFeed } from "../syndication/feeds/corrections-feed.ts";
import type { Feed } from "../syndication/feeds/feed.ts";
import { feedFile } from "../syndication/feeds/feed-file.ts";
import { listingFeeds, partnerFeed, storyItems } from "../syndication/feeds/story-feeds.ts";

interface FeedData extends GlobalData {
  readonly file: { readonly feed: Feed; readonly format: FeedFormat };
}

export const data = {
  pagination: { data: "catalog.listings", size: 1, alias: "file", before: feedFiles },
  permalink: ({ file: { feed, format } }: FeedData) => feedPath(feed.folder, format),
  eleventyExcludeFromCollections: true,
};

/** Every feed in every format; none where the site has no address, since feeds contain absolute addresses. */
function feedFiles(_listings: unknown, { site, catalog, images, markets, edition }: GlobalData): readonly FeedData["file"][] {
  if (site.address === undefined) return [];
  const href = hrefAbsolute(site.address);
  const itemOf = storyItems({ site, images, markets, href });
  const feeds = [
    ...listingFeeds(catalog, site, itemOf),
    correctionsFeed(catalog, site, href),
    ...site.partnerFeeds.map((partner) => partnerFeed(partner, catalog, site, edition.clock, itemOf)),
  ];
  return feeds.flatMap((feed) => FEED_FORMATS.map((format) => ({ feed, format })));
}

export default function FeedFile({ file: { feed, format }, site, assets }: FeedData): string {
  return site.address === undefined ? "" : feedFile(feed, format, { site, address: site.address, assets });
}
