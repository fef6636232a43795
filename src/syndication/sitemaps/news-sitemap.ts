import type { DateTime } from "luxon";
import type { Article } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import type { Site } from "../../model/site.ts";
import { hrefAbsolute, newsSitemapPath, type SitePath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";

/** Google ignores older stories. */
const MAX_AGE = { hours: 48 };
/** Google's limit for one file. */
const MAX_STORIES = 1000;

export interface NewsSitemap {
  readonly path: SitePath;
  readonly xml: string;
}

/**
 * Google News sitemaps of the last two days
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). There is always a first file. Without
 * recent stories it is empty: Google allows that, though the protocol's schema wants at least one URL.
 *
 * @param articles newest first
 * @param address the publication's own, ending in a slash
 * @param clock the edition's
 */
export function newsSitemaps(
  articles: readonly Article[],
  site: Pick<Site, "name" | "language">,
  address: string,
  clock: DateTime,
  maxStories: number = MAX_STORIES,
): readonly NewsSitemap[] {
  const earliest = clock.minus(MAX_AGE);
  const recent = articles.filter(({ published }) => published >= earliest);
  const publication = xml`<news:publication><news:name>${newsName(site.name)}</news:name><news:language>${newsLanguage(site.language)}</news:language></news:publication>`;
  const count = Math.max(1, Math.ceil(recent.length / maxStories));
  return Array.from({ length: count }, (_, index) => {
    const stories = recent.slice(index * maxStories, (index + 1) * maxStories);
    return { path: newsSitemapPath(index + 1), xml: newsSitemap(stories, publication, address) };
  });
}

function newsSitemap(articles: readonly Article[], publication: Xml, address: string): string {
  const href = hrefAbsolute(address);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${articles.map(
  ({ path, title, published }) => xml`<url><loc>${href(path)}</loc><news:news>
${publication}
<news:publication_date>${machineDate(published)}</news:publication_date>
<news:title>${title}</news:title>
</news:news></url>
`,
)}</urlset>
`.text;
}

/** The name as Google News wants it: without parentheses and what is in them. */
function newsName(name: string): string {
  const bare = name
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return bare === "" ? name.replace(/[()]/g, "").trim() : bare;
}

/** The ISO 639 code of a language; for Chinese, Google distinguishes simplified (`zh-cn`) and traditional (`zh-tw`). */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
