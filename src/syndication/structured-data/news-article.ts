import type { CorrectionComment, NewsArticle } from "schema-dts";
import { type Article, lastChange } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import { imageObject, socialImageObject } from "./image-object.ts";
import type { PageMetadata, SiteContext, StorySubject } from "./page-metadata.ts";
import { authorObject, publisher } from "./publisher.ts";

/**
 * A story, with everything that Google recommends (https://developers.google.com/search/docs/appearance/structured-data/article).
 * It depends on the story and the site's settings only, so the page does not change when others are published.
 */
export function newsArticle(
  { article, lead, crops }: StorySubject,
  { path, card }: PageMetadata,
  context: SiteContext,
): NewsArticle {
  const { title, standfirst, section, topics, authors, published, words, corrections } = article;
  const { site, href } = context;
  const pictures = (crops.length > 0 ? crops : card ? [card] : []).map((picture) => socialImageObject(picture, context));
  const images = lead ? [...pictures, imageObject(lead, article.picture?.caption ?? lead.caption, context)] : pictures;
  return {
    "@type": "NewsArticle",
    headline: title,
    description: standfirst,
    url: href(path),
    mainEntityOfPage: href(path),
    ...(images.length > 0 && { image: images }),
    ...(card && { thumbnailUrl: href(card.path) }),
    datePublished: machineDate(published),
    dateModified: machineDate(lastChange(article)),
    author: authors.map((author) => authorObject(author, context)),
    publisher: publisher(context),
    articleSection: section.name,
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    wordCount: words,
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(corrections.length > 0 && { correction: corrections.map(correction) }),
  };
}

function correction({ date, text }: Article["corrections"][number]): CorrectionComment {
  return { "@type": "CorrectionComment", text, datePublished: machineDate(date) };
}
