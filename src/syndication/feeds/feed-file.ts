import { type FeedFormat, feedPath, type SitePath } from "../../model/urls.ts";
import { atomFeed } from "./atom-feed.ts";
import type { Feed, FeedPublisher } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss-feed.ts";

const WRITERS: Readonly<Record<FeedFormat["id"], (feed: Feed, self: SitePath, publisher: FeedPublisher) => string>> = {
  atom: atomFeed,
  rss: rssFeed,
  json: jsonFeed,
};

/** A feed in one of its formats, for the file that the format has in the feed's folder. */
export function feedFile(feed: Feed, format: FeedFormat, publisher: FeedPublisher): string {
  return WRITERS[format.id](feed, feedPath(feed.folder, format), publisher);
}
