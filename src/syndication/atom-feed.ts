import type { DateTime } from "luxon";
import { authorPath, FEED, FRONT, hrefAbsolute } from "../newsroom/addresses.ts";
import type { Article } from "../newsroom/article.ts";
import type { Catalog } from "../newsroom/catalog.ts";
import { machineDate } from "../newsroom/dates.ts";
import type { Site } from "../newsroom/site.ts";
import { xml } from "./xml.ts";

/** Stories that a feed carries. */
const NEWEST = 30;

/**
 * The newest stories as an Atom feed (RFC 4287), each with its standfirst.
 *
 * @param address the publication's own, ending in a slash
 */
export function atomFeed(catalog: Catalog, site: Site, address: string): string {
  const href = hrefAbsolute(address);
  const articles = catalog.articles.slice(0, NEWEST);
  const changes = articles.map(lastChange).map((date) => date.toMillis());
  const latest = articles.find((article) => lastChange(article).toMillis() === Math.max(...changes));
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<title>${site.name}</title>
<subtitle>${site.tagline}</subtitle>
<id>${address}</id>
<link rel="self" type="application/atom+xml" href="${href(FEED)}"/>
<link rel="alternate" type="text/html" href="${href(FRONT)}"/>
<updated>${latest ? machineDate(lastChange(latest)) : "1970-01-01T00:00:00Z"}</updated>
${articles.map((article) => entry(article, address))}</feed>
`.text;
}

function entry(article: Article, address: string) {
  const href = hrefAbsolute(address);
  const url = href(article.path);
  return xml`<entry>
<title>${article.title}</title>
<id>${url}</id>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${machineDate(article.published)}</published>
<updated>${machineDate(lastChange(article))}</updated>
${article.authors.map(({ id, name }) => xml`<author><name>${name}</name><uri>${href(authorPath(id))}</uri></author>\n`)}<category term="${article.section.id}" label="${article.section.name}"/>
<summary>${article.standfirst}</summary>
</entry>
`;
}

function lastChange({ published, updated }: Article): DateTime {
  return updated ?? published;
}
