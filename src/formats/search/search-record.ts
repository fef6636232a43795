import { escapeHtml } from "../../lib/html-entities.ts";
import type { Article } from "../../model/article.ts";
import { type BodyBlock, readingMinutes } from "../../model/body.ts";
import { machineDate, shortDate } from "../../model/dates.ts";
import type { Images } from "../../model/images.ts";
import type { SitePath } from "../../model/urls.ts";
import { FIELD_WEIGHTS, type SearchMeta } from "./field-weights.ts";
import { withTableMark } from "./table-marks.ts";

/** What a card shows of a story but no search matches. */
export interface SearchFacts {
  /** ISO 8601; `date` is for display. */
  readonly published: string;
  readonly date: string;
  readonly minutes: string;
  /** The path of a small copy of the lead picture; empty where the story has none. */
  readonly picture: string;
}

/** The facets of a story, as Pagefind filters. */
export interface SearchFilters {
  /** Ids. */
  readonly section: readonly string[];
  readonly topic: readonly string[];
  readonly author: readonly string[];
  /** Such as `2025-01`. */
  readonly month: readonly string[];
}

/** A story as an HTML document to index: headline, standfirst, key points and body, without the rest of its page. */
export interface SearchRecord {
  /** The story's path with its facts as the query string: Pagefind returns it verbatim and does not index it. */
  readonly url: SitePath;
  readonly content: string;
}

/**
 * Writes the story for the index, with its names as metadata, its facets as filters and `order` as the sort key.
 *
 * @param order the story's index in its shard, from the oldest: unlike dates, no two are equal
 */
export function searchRecord(article: Article, order: number, language: string, images: Images): SearchRecord {
  const meta: SearchMeta = {
    title: article.title,
    standfirst: article.standfirst,
    section: article.section.name,
    topics: names(article.topics),
    authors: names(article.authors),
  };
  const facts: SearchFacts = {
    published: machineDate(article.published),
    date: shortDate(article.published),
    minutes: String(readingMinutes(article.words)),
    picture: thumbnail(article, images) ?? "",
  };
  const filters: SearchFilters = {
    section: [article.section.id],
    topic: article.topics.map(({ id }) => id),
    author: article.authors.map(({ id }) => id),
    month: [monthOf(article)],
  };
  const head = [
    ...Object.entries(meta).map(([name, value]) => attribute("meta", name, value)),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value: string) => attribute("filter", name, value))),
    attribute("sort", "order", String(order)),
  ];
  return {
    url: `${article.path}?${new URLSearchParams({ ...facts })}`,
    content: [
      `<!doctype html><html lang="${escapeHtml(language)}"><head>${head.join("")}</head>`,
      `<body data-pagefind-body>${searchedText(article)}</body></html>`,
    ].join(""),
  };
}

/** Parses the URL of a record. */
export function factsOf(url: string): { readonly path: SitePath; readonly facts: SearchFacts } {
  const { pathname, searchParams } = new URL(url, "https://story.invalid");
  const fact = (name: keyof SearchFacts): string => searchParams.get(name) ?? "";
  return {
    path: `/${pathname.slice(1)}`,
    facts: { published: fact("published"), date: fact("date"), minutes: fact("minutes"), picture: fact("picture") },
  };
}

/** The indexed text of a story as HTML, each field with its weight. */
export function searchedText({ title, standfirst, keyPoints, body }: Article): string {
  const head = [
    weighted("h1", FIELD_WEIGHTS.title, title),
    weighted("p", FIELD_WEIGHTS.standfirst, standfirst),
    ...keyPoints.map((point) => weighted("p", FIELD_WEIGHTS.keyPoints, point)),
  ];
  return markTables(`${head.join("")}${body.map(searchedBlock).join("\n")}`);
}

function weighted(tag: "h1" | "p", weight: { readonly text: number }, text: string): string {
  return `<${tag} data-pagefind-weight="${weight.text}">${escapeHtml(text)}</${tag}>`;
}

function searchedBlock(block: BodyBlock): string {
  if (block.kind === "chart") return `<p>${escapeHtml(block.chart.title)}</p>`;
  return block.kind === "html" ? block.html.replace(HEADING_ID, '<$1 id="$2">') : "";
}

/** In a page the id of a heading is on an empty element within. The index needs it on the heading itself. */
const HEADING_ID = /<(h[2-6])><span id="([^"]*)"><\/span>/g;

/** Marks tables, so that no excerpt runs into them. */
function markTables(html: string): string {
  return html.replace(/<[^>]*>/g, withTableMark);
}

/** In Latin digits, whatever the publication's language: months are compared, not displayed. */
function monthOf({ published }: Article): string {
  return published.reconfigure({ numberingSystem: "latn", outputCalendar: "gregory" }).toFormat("yyyy-MM");
}

function attribute(kind: "meta" | "filter" | "sort", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

function names(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(", ");
}

function thumbnail({ picture }: Article, images: Images): string | undefined {
  const webp = picture && images.get(picture.name)?.sources.find(({ type }) => type === "image/webp");
  return webp?.files[0]?.path;
}
