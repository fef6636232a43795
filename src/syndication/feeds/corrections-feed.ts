import type { Catalog } from "../../model/catalog.ts";
import type { FiledCorrection } from "../../model/corrections-by-year.ts";
import type { Site } from "../../model/site.ts";
import { authorPath, CORRECTIONS, FRONT, type Href } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import type { Feed, FeedItem } from "./feed.ts";

/** Corrections that the feed carries. */
const NEWEST = 30;

/** The feed of corrections. Without any it is as old as the publication: it takes no date from the clock. */
export function correctionsFeed({ corrections, articles }: Catalog, { name }: Pick<Site, "name">, href: Href): Feed {
  const newest = corrections.all.slice(0, NEWEST);
  return {
    title: `${name}: Corrections`,
    description: "What was wrong in stories, what is right, and when readers were told.",
    page: CORRECTIONS,
    id: CORRECTIONS,
    folder: CORRECTIONS,
    updated: newest[0]?.date ?? articles.at(-1)?.published,
    items: newest.map((correction) => correctionItem(correction, href)),
  };
}

function correctionItem({ date, text, article, path }: FiledCorrection, href: Href): FeedItem {
  const { title, section, authors } = article;
  return {
    id: href(path),
    url: href(path),
    title: `Correction: ${title}`,
    summary: text,
    contentHtml: xml`<p>${text}</p>\n<p><a href="${href(article.path)}">${title}</a></p>\n`.text,
    published: date,
    updated: date,
    authors: authors.map(({ id, name }) => ({ name, url: href(authorPath(id)) })),
    categories: [{ scheme: href(FRONT), term: section.id, label: section.name }],
    picture: undefined,
  };
}
