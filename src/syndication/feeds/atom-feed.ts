import { onceForEach } from "../../lib/memoize.ts";
import { machineDate } from "../../model/dates.ts";
import { hrefAbsolute, type SitePath } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import type { Feed, FeedItem, FeedPublisher } from "./feed.ts";
import { MEDIA, mediaContent } from "./media-content.ts";
import { stylesheetLink } from "./stylesheet-link.ts";

/** Atom asks for a date; where nothing has been published there is none to tell. */
const BEFORE_ALL = "1970-01-01T00:00:00Z";

/**
 * A feed in Atom (RFC 4287).
 *
 * @param self where the file stands
 */
export function atomFeed(feed: Feed, self: SitePath, { site, address, assets }: FeedPublisher): string {
  const href = hrefAbsolute(address);
  const hub = site.webSubHub;
  return xml`<?xml version="1.0" encoding="utf-8"?>
${stylesheetLink(self, assets.feedStylesheet)}
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="${MEDIA}" xml:lang="${site.language}">
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<id>${href(feed.id)}</id>
<link rel="self" type="application/atom+xml" href="${href(self)}"/>
<link rel="alternate" type="text/html" href="${href(feed.page)}"/>
${hub === undefined ? "" : xml`<link rel="hub" href="${hub}"/>\n`}<updated>${feed.updated ? machineDate(feed.updated) : BEFORE_ALL}</updated>
<author><name>${site.name}</name><uri>${address}</uri></author>
<icon>${href(assets.feedIcons.large)}</icon>
${feed.items.map(entry)}</feed>
`.text;
}

/** Readers that know no namespaces take the first `content` for the text, so the picture's stands behind it. */
const entry = onceForEach((item: FeedItem) => {
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
