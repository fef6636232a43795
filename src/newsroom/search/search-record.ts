import { type SitePath, sectionPath } from "./addresses.ts";
import type { Article } from "./article.ts";
import { readingMinutes } from "./body.ts";
import { machineDate, shortDate } from "./dates.ts";
import { escapeMarkup } from "./escape-markup.ts";
import type { Gallery } from "./gallery.ts";

/** What Pagefind hands back about a story: texts only, to be shown as a story card. */
export interface SearchMeta {
  readonly title: string;
  readonly standfirst: string;
  readonly section: string;
  readonly sectionPath: string;
  readonly published: string;
  /** The date as readers see it. */
  readonly date: string;
  readonly minutes: string;
  /** Names, joined by commas. */
  readonly topics: string;
  readonly authors: string;
  /** The place of a small copy of the lead picture; empty where the story has none. */
  readonly picture: string;
}

/** A story as an HTML document for Pagefind: its headline, standfirst and body, and nothing of the page around them. */
export interface SearchRecord {
  readonly url: SitePath;
  readonly content: string;
}

/**
 * Writes the story for the index. Facts for the result go into attributes that Pagefind reads as metadata; topics,
 * authors, section and date also as filters and sort key.
 */
export function searchRecord(article: Article, language: string, gallery: Gallery): SearchRecord {
  const meta: SearchMeta = {
    title: article.title,
    standfirst: article.standfirst,
    section: article.section.name,
    sectionPath: sectionPath(article.section.id),
    published: machineDate(article.published),
    date: shortDate(article.published),
    minutes: String(readingMinutes(article.words)),
    topics: names(article.topics),
    authors: names(article.authors),
    picture: thumbnail(article, gallery) ?? "",
  };
  const facts = Object.entries(meta).map(
    ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeMarkup(value)}">`,
  );
  const filters = [
    filter("section", article.section.id),
    ...article.topics.map(({ id }) => filter("topic", id)),
    ...article.authors.map(({ id }) => filter("author", id)),
  ];
  const body = article.body.map((block) => (block.kind === "html" ? block.html : "")).join("\n");
  return {
    url: article.path,
    content: [
      `<!doctype html><html lang="${escapeMarkup(language)}"><head>${facts.join("")}${filters.join("")}`,
      `<meta data-pagefind-sort="date[content]" content="${sortKey(article)}">`,
      `</head><body data-pagefind-body><h1>${escapeMarkup(article.title)}</h1><p>${escapeMarkup(article.standfirst)}</p>`,
      `${body}</body></html>`,
    ].join(""),
  };
}

/** Digits of the Latin script, whatever the publication's language: they are compared, not read. */
function sortKey({ published }: Article): string {
  return published.toUTC().reconfigure({ numberingSystem: "latn" }).toFormat("yyyyMMddHHmmss");
}

function filter(name: string, value: string): string {
  return `<meta data-pagefind-filter="${name}[content]" content="${escapeMarkup(value)}">`;
}

function names(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(", ");
}

function thumbnail({ picture }: Article, gallery: Gallery): string | undefined {
  const webp = picture && gallery.get(picture.name)?.sources.find(({ type }) => type === "image/webp");
  return webp?.files[0]?.path;
}
