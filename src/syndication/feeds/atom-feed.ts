import { memoize } from "../../lib/memoize.ts";
import { machineDate } from "../../model/dates.ts";
import { hrefAbsolute, type SitePath } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import type { Feed, FeedItem, FeedPublisher } from "./feed.ts";
import { MEDIA_RSS, mediaContent, stylesheetLink } from "./feed-xml.ts";

/** Atom requires a date, even where nothing has been published. */
const EPOCH = "1970-01-01T00:00:00Z";

/**
 * A feed in Atom (RFC 4287).
 *
 * @param self the path of the file
 */
export function atomFeed(feed: Feed, self: SitePath, { site, address, assets }: FeedPublisher): string {
  const href = hrefAbsolute(address);
  const hub = site.webSubHub;
  return xml`<?xml version="1.0" encoding="utf-8"?>
${stylesheetLink(self, assets.feedStylesheet)}
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="${MEDIA_RSS}" xml:lang="${site.language}">
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<id>${href(feed.id)}</id>
<link rel="self" type="application/atom+xml" href="${href(self)}"/>
<link rel="alternate" type="text/html" href="${href(feed.page)}"/>
${hub === undefined ? "" : xml`<link rel="hub" href="${hub}"/>\n`}<updated>${feed.updated ? machineDate(feed.updated) : EPOCH}</updated>
<author><name>${site.name}</name><uri>${address}</uri></author>
<icon>${href(assets.feedIcons.large)}</icon>
${feed.items.map(entry)}</feed>
`.text;
}

/** `media:content` comes last: readers that ignore namespaces take the first `content` for the text. */
const entry = memoize((item: FeedItem) => {
  const { id, url, title, summary, contentHtml, published, updated, authors, categories, picture } = item;
  return xml`<entry>
<title>${title}</title>
<id>${id}</id>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${machineDate(published)}</published>
<updated>${machineDate(updated)}</updated>
${authors.map((author) => xml`<author><name>${author.name}</name><uri>${author.url}</uri></author>\n`)}${categories.map(
  ({ scheme, term, label }) => xml`<category scheme="${scheme}" term="${term}" label="${label}"/>\n`,
)}<summary>${summary}</summary>
<content type="html">${contentHtml}</content>
${mediaContent(picture)}</entry>
`;
});
