import type { Catalog } from "../../model/catalog.ts";
import type { CorrectionEntry } from "../../model/correction-archive.ts";
import { CORRECTIONS, HOME } from "../../model/fixed-pages.ts";
import type { Site } from "../../model/site.ts";
import { authorPath, type Href } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import type { Feed, FeedItem } from "./feed.ts";

/** Corrections in the feed. */
const MAX_CORRECTIONS = 30;

/** The feed of corrections. Without any its date is that of the first story, not of the edition. */
export function correctionsFeed({ corrections, articles }: Catalog, { name }: Pick<Site, "name">, href: Href): Feed {
  const newest = corrections.all.slice(0, MAX_CORRECTIONS);
  return {
    title: `${name}: Corrections`,
    description: "What was wrong in our stories, what is right, and when we corrected it.",
    page: CORRECTIONS,
    id: CORRECTIONS,
    folder: CORRECTIONS,
    updated: newest[0]?.date ?? articles.at(-1)?.published,
    items: newest.map((correction) => correctionItem(correction, href)),
  };
}

function correctionItem({ date, text, article, path }: CorrectionEntry, href: Href): FeedItem {
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
    categories: [{ scheme: href(HOME), term: section.id, label: section.name }],
    picture: undefined,
  };
}
