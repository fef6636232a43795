import { onceForEach } from "../../lib/memoize.ts";
import { type Article, lastChange } from "../../model/article.ts";
import { authorPath, FRONT, TOPICS } from "../../model/urls.ts";
import type { FeedItem } from "./feed.ts";
import { feedPicture } from "./feed-picture.ts";
import { type StorySources, storyHtml } from "./story-html.ts";

/** Makes items of stories, of each story once: it stands in the feeds of its section, its topics and its authors. */
export function storyItems(sources: StorySources): (article: Article) => FeedItem {
  return onceForEach((article) => storyItem(article, sources));
}

function storyItem(article: Article, sources: StorySources): FeedItem {
  const { href, images } = sources;
  const { title, standfirst, section, topics, authors, published, picture } = article;
  const lead = picture && images.get(picture.name);
  const url = href(article.path);
  return {
    id: url,
    url,
    title,
    summary: standfirst,
    contentHtml: storyHtml(article, sources),
    published,
    updated: lastChange(article),
    authors: authors.map(({ id, name }) => ({ name, url: href(authorPath(id)) })),
    categories: [
      { scheme: href(FRONT), term: section.id, label: section.name },
      ...topics.map(({ id, name }) => ({ scheme: href(TOPICS), term: id, label: name })),
    ],
    picture: lead && feedPicture(lead, picture.alt, href),
  };
}
