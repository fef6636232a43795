import type { DateTime } from "luxon";
import { escapeHtml } from "../../lib/html-entities.ts";
import { memoize } from "../../lib/memoize.ts";
import { machineDate } from "../../model/dates.ts";
import { hrefAbsolute, type SitePath } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import type { Feed, FeedItem, FeedPublisher } from "./feed.ts";
import { MEDIA_RSS, mediaContent, stylesheetLink } from "./feed-xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";
const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

/**
 * A feed in RSS 2.0, with `content:encoded` for whole texts, `dc:creator` for authors (RSS's own `author` requires an e-mail
 * address), and Atom's `link` and `updated`, which RSS lacks.
 *
 * @param self the path of the file
 */
export function rssFeed(feed: Feed, self: SitePath, { site, address, assets }: FeedPublisher): string {
  const href = hrefAbsolute(address);
  const hub = site.webSubHub;
  const page = href(feed.page);
  return xml`<?xml version="1.0" encoding="utf-8"?>
${stylesheetLink(self, assets.feedStylesheet)}
<rss version="2.0" xmlns:atom="${ATOM}" xmlns:content="${CONTENT}" xmlns:dc="${DUBLIN_CORE}" xmlns:media="${MEDIA_RSS}">
<channel>
<title>${feed.title}</title>
<link>${page}</link>
<description>${feed.description}</description>
<language>${site.language}</language>
${feed.updated ? xml`<lastBuildDate>${rfc822(feed.updated)}</lastBuildDate>\n` : ""}<image>
<url>${href(assets.feedIcons.small)}</url>
<title>${feed.title}</title>
<link>${page}</link>
</image>
<atom:link rel="self" type="application/rss+xml" href="${href(self)}"/>
${hub === undefined ? "" : xml`<atom:link rel="hub" href="${hub}"/>\n`}${feed.items.map(item)}</channel>
</rss>
`.text;
}

/** RSS readers parse the description as HTML, so plain text is escaped twice: for HTML, then for XML. */
const item = memoize((item: FeedItem) => {
  const { id, url, title, summary, contentHtml, published, updated, authors, categories, picture } = item;
  return xml`<item>
<title>${title}</title>
<link>${url}</link>
<description>${escapeHtml(summary)}</description>
<content:encoded>${contentHtml}</content:encoded>
${authors.map(({ name }) => xml`<dc:creator>${name}</dc:creator>\n`)}${categories.map(
  ({ scheme, label }) => xml`<category domain="${scheme}">${label}</category>\n`,
)}<guid isPermaLink="${String(id === url)}">${id}</guid>
<pubDate>${rfc822(published)}</pubDate>
<atom:updated>${machineDate(updated)}</atom:updated>
${mediaContent(picture)}</item>
`;
});

/** An RFC 822 date with a four-digit year: `Wed, 07 Jan 2026 09:30:00 -0500`. */
function rfc822(date: DateTime): string {
  return date.toRFC2822() ?? "";
}
