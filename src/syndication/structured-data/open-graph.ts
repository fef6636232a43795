import type { Article } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import type { SocialCard } from "../../model/social-card.ts";
import { authorPath } from "../../model/urls.ts";
import type { PageMetadata, SiteContext } from "./page-metadata.ts";

/** A property of the Open Graph protocol and its value. A property with several values is repeated. */
type OpenGraphTag = readonly [property: string, content: string];

/** The Open Graph tags of a page (https://ogp.me), for previews where it is shared. */
export function openGraphTags(
  { path, title, description, subject, card }: PageMetadata,
  { site, href }: SiteContext,
): readonly OpenGraphTag[] {
  return [
    ["og:type", subject.kind === "story" ? "article" : "website"],
    ["og:title", title],
    ["og:description", description],
    ["og:url", href(path)],
    ["og:site_name", site.name],
    ["og:locale", openGraphLocale(site.language)],
    ...(card ? pictureTags(card, href(card.path)) : []),
    ...(subject.kind === "story" ? articleTags(subject.article, href) : []),
  ];
}

function pictureTags({ type, widthPx, heightPx, alt }: SocialCard, url: string): readonly OpenGraphTag[] {
  return [
    ["og:image", url],
    ["og:image:type", type],
    ["og:image:width", `${widthPx}`],
    ["og:image:height", `${heightPx}`],
    ["og:image:alt", alt],
  ];
}

function articleTags(article: Article, href: SiteContext["href"]): readonly OpenGraphTag[] {
  const { published, updated, section, topics, authors } = article;
  return [
    ["article:published_time", machineDate(published)],
    ...(updated ? [["article:modified_time", machineDate(updated)] as const] : []),
    ["article:section", section.name],
    ...topics.map(({ name }) => ["article:tag", name] as const),
    ...authors.map(({ id }) => ["article:author", href(authorPath(id))] as const),
  ];
}

/** `en_GB` for a BCP 47 tag. A tag without a region gets the most likely one. */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
