import type { GlobalData } from "../../_includes/page-context.ts";
import { FEED_FORMATS, type FeedFormat, feedPath, hrefAbsolute } from "../model/urls.ts";
import type { Feed } from "../syndication/feeds/feed.ts";
import { feedFile } from "../syndication/feeds/feed-file.ts";
import { listingFeeds, partnerFeed } from "../syndication/feeds/story-feeds.ts";
import { storyItems } from "../syndication/feeds/story-items.ts";

interface FeedData extends GlobalData {
  readonly file: { readonly feed: Feed; readonly format: FeedFormat };
}

export const data = {
  pagination: { data: "catalog.listings", size: 1, alias: "file", before: feedFiles },
  permalink: ({ file: { feed, format } }: FeedData) => feedPath(feed.folder, format),
  eleventyExcludeFromCollections: true,
};

/** Every feed in every format: stories are made ready once for all of them. None without an address: feeds travel. */
function feedFiles(_listings: unknown, { site, catalog, images, markets, edition }: GlobalData): readonly FeedData["file"][] {
  if (site.address === undefined) return [];
  const itemOf = storyItems({ site, images, markets, href: hrefAbsolute(site.address) });
  const feeds = [
    ...listingFeeds(catalog, site, itemOf),
    ...site.partnerFeeds.map((partner) => partnerFeed(partner, catalog, site, edition.clock, itemOf)),
  ];
  return feeds.flatMap((feed) => FEED_FORMATS.map((format) => ({ feed, format })));
}

export default function FeedFile({ file: { feed, format }, site, assets }: FeedData): string {
  return site.address === undefined ? "" : feedFile(feed, format, { site, address: site.address, assets });
}
