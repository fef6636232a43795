import { machineDate } from "../../model/dates.ts";
import { hrefAbsolute, type SitePath } from "../../model/urls.ts";
import { plainCharacters } from "../xml.ts";
import type { Feed, FeedItem, FeedPublisher } from "./feed.ts";

/**
 * A feed in JSON Feed 1.1.
 *
 * @param self the path of the file
 */
export function jsonFeed(feed: Feed, self: SitePath, { site, address, assets }: FeedPublisher): string {
  const href = hrefAbsolute(address);
  const hub = site.webSubHub;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: href(feed.page),
    feed_url: href(self),
    description: feed.description,
    icon: href(assets.feedIcons.large),
    favicon: href(assets.feedIcons.small),
    authors: [{ name: site.name, url: address }],
    language: site.language,
    hubs: hub === undefined ? undefined : [{ type: "WebSub", url: hub }],
    items: feed.items.map((each) => item(each, site.language)),
  };
  return `${JSON.stringify(document, (_, value: unknown) => (typeof value === "string" ? plainCharacters(value) : value))}\n`;
}

function item(
  { id, url, title, summary, contentHtml, published, updated, authors, categories, picture }: FeedItem,
  language: string,
) {
  return {
    id,
    url,
    title,
    content_html: contentHtml,
    summary,
    image: picture?.url,
    date_published: machineDate(published),
    date_modified: machineDate(updated),
    authors: authors.map(({ name, url }) => ({ name, url })),
    tags: categories.map(({ label }) => label),
    language,
  };
}
