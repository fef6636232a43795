import type { Article } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import type { SocialCard } from "../../model/social-card.ts";
import { authorPath } from "../../model/urls.ts";
import type { DescribedPage, Whole } from "./described-page.ts";

/** A property of the Open Graph protocol and what it is. One that has several values stands several times. */
type ShareTag = readonly [property: string, content: string];

/** How a page looks where somebody shares it (https://ogp.me). X reads the same. */
export function shareTags(
  { path, title, description, subject, card }: DescribedPage,
  { site, href }: Whole,
): readonly ShareTag[] {
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

function pictureTags({ type, widthPx, heightPx, alt }: SocialCard, url: string): readonly ShareTag[] {
  return [
    ["og:image", url],
    ["og:image:type", type],
    ["og:image:width", `${widthPx}`],
    ["og:image:height", `${heightPx}`],
    ["og:image:alt", alt],
  ];
}

function articleTags(article: Article, href: Whole["href"]): readonly ShareTag[] {
  const { published, updated, section, topics, authors } = article;
  return [
    ["article:published_time", machineDate(published)],
    ...(updated ? [["article:modified_time", machineDate(updated)] as const] : []),
    ["article:section", section.name],
    ...topics.map(({ name }) => ["article:tag", name] as const),
    ...authors.map(({ id }) => ["article:author", href(authorPath(id))] as const),
  ];
}

/** `en_GB`: a language and a country, of which the latter is the likeliest where the tag of BCP 47 names none. */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
