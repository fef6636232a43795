import type { DateTime } from "luxon";
import type { Article } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import type { Site } from "../../model/site.ts";
import { hrefAbsolute, newsSitemapPath, type SitePath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";

/** How far back Google reads. */
const REACH = { hours: 48 };
/** Stories in one file. */
const MOST_STORIES = 1000;

/** One file of the newest stories. */
export interface NewsSitemap {
  readonly path: SitePath;
  readonly xml: string;
}

/**
 * The stories of the last two days for Google News
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). There always is a first file, as
 * Google asks; without recent stories it is empty, which Google allows, though the schema of the protocol wants one URL.
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
  mostStories: number = MOST_STORIES,
): readonly NewsSitemap[] {
  const earliest = clock.minus(REACH);
  const recent = articles.filter(({ published }) => published >= earliest);
  const publication = xml`<news:publication><news:name>${newsName(site.name)}</news:name><news:language>${newsLanguage(site.language)}</news:language></news:publication>`;
  const count = Math.max(1, Math.ceil(recent.length / mostStories));
  return Array.from({ length: count }, (_, index) => {
    const stories = recent.slice(index * mostStories, (index + 1) * mostStories);
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

/** The name as Google News has it: without what stands in parentheses. */
function newsName(name: string): string {
  const bare = name
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return bare === "" ? name.replace(/[()]/g, "").trim() : bare;
}

/** The language's code of ISO 639; Google tells the two ways of writing Chinese apart. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}
