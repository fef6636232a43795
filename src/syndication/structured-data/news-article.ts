import type { CorrectionComment, NewsArticle } from "schema-dts";
import { type Article, lastChange } from "../../model/article.ts";
import { machineDate } from "../../model/dates.ts";
import { authorObject } from "./author-object.ts";
import type { DescribedPage, StorySubject, Whole } from "./described-page.ts";
import { pictureObject, shareObject } from "./picture-object.ts";
import { publisher } from "./publication.ts";

/**
 * A story, with everything that Google recommends (https://developers.google.com/search/docs/appearance/structured-data/article).
 * It tells of the story's own file and of the site's settings only, so that the page stays as it is when others are published.
 */
export function newsArticle({ article, lead, crops }: StorySubject, { path, card }: DescribedPage, whole: Whole): NewsArticle {
  const { title, standfirst, section, topics, authors, published, words, corrections } = article;
  const { site, href } = whole;
  const pictures = (crops.length > 0 ? crops : card ? [card] : []).map((picture) => shareObject(picture, whole));
  const images = lead ? [...pictures, pictureObject(lead, article.picture?.caption ?? lead.caption, whole)] : pictures;
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
    author: authors.map((author) => authorObject(author, whole)),
    publisher: publisher(whole),
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
