import { escapeMarkup } from "../../lib/html-entities.ts";
import type { Article } from "../../model/article.ts";
import { type BodyBlock, readingMinutes } from "../../model/body.ts";
import { machineDate, shortDate } from "../../model/dates.ts";
import type { Images } from "../../model/images.ts";
import type { SitePath } from "../../model/urls.ts";

/** What finds a story beside its text, and is shown of it. */
export interface SearchMeta {
  readonly title: string;
  readonly standfirst: string;
  /** Names; of topics and authors joined by commas. */
  readonly section: string;
  readonly topics: string;
  readonly authors: string;
}

/** What is shown of a story and finds none: nobody looks for the stories that take three minutes. */
export interface SearchFacts {
  /** ISO 8601, and as readers see it. */
  readonly published: string;
  readonly date: string;
  readonly minutes: string;
  /** The place of a small copy of the lead picture; empty where the story has none. */
  readonly picture: string;
}

/** What stories can be chosen by. */
export interface SearchFilters {
  /** Ids. */
  readonly section: readonly string[];
  readonly topic: readonly string[];
  readonly author: readonly string[];
  /** Such as `2025-01`. */
  readonly month: readonly string[];
}

/** A story as an HTML document for Pagefind: headline, standfirst, key points and body, and nothing of the page around. */
export interface SearchRecord {
  /** The story's place, and its facts behind it: Pagefind hands it back as it is, and takes none of it for words. */
  readonly url: SitePath;
  readonly content: string;
}

/**
 * Writes the story for the index. Names go into attributes that Pagefind reads as metadata; what stories are chosen and
 * sorted by, as filters and sort key.
 *
 * @param order the story's place in its volume, counted from the oldest: stories of one instant have an order too
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
      `<!doctype html><html lang="${escapeMarkup(language)}"><head>${head.join("")}</head>`,
      `<body data-pagefind-body>${searchedText(article)}</body></html>`,
    ].join(""),
  };
}

/** Takes the address of a record apart. */
export function factsOf(url: string): { readonly path: SitePath; readonly facts: SearchFacts } {
  const { pathname, searchParams } = new URL(url, "https://story.invalid");
  const fact = (name: keyof SearchFacts): string => searchParams.get(name) ?? "";
  return {
    path: `/${pathname.slice(1)}`,
    facts: { published: fact("published"), date: fact("date"), minutes: fact("minutes"), picture: fact("picture") },
  };
}

/** The texts of a story that are searched, as HTML. A word weighs as often as the number says. */
export function searchedText({ title, standfirst, keyPoints, body }: Article): string {
  const points = keyPoints.map((point) => `<p data-pagefind-weight="2">${escapeMarkup(point)}</p>`);
  const blocks = body.map(searchedBlock).join("\n");
  const head = `<h1 data-pagefind-weight="10">${escapeMarkup(title)}</h1><p data-pagefind-weight="3">${escapeMarkup(standfirst)}</p>`;
  return partDashes(`${head}${points.join("")}${blocks}`);
}

function searchedBlock(block: BodyBlock): string {
  if (block.kind === "chart") return `<p>${escapeMarkup(block.chart.title)}</p>`;
  return block.kind === "html" ? block.html : "";
}

const HAIR_SPACE = "\u200A";
const TAG_OR_DASH = /(<[^>]*>)|([–—])/g;

/**
 * Words that a dash joins without spaces, as in `2026–27`, would be one word to Pagefind, and found by no reader. Hair
 * spaces part them.
 */
function partDashes(html: string): string {
  return html.replace(TAG_OR_DASH, (found, tag: string | undefined) => tag ?? `${HAIR_SPACE}${found}${HAIR_SPACE}`);
}

/** Digits of the Latin script, whatever the publication's language: they are compared, not read. */
function monthOf({ published }: Article): string {
  return published.reconfigure({ numberingSystem: "latn", outputCalendar: "gregory" }).toFormat("yyyy-MM");
}

function attribute(kind: "meta" | "filter" | "sort", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeMarkup(value)}">`;
}

function names(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(", ");
}

function thumbnail({ picture }: Article, images: Images): string | undefined {
  const webp = picture && images.get(picture.name)?.sources.find(({ type }) => type === "image/webp");
  return webp?.files[0]?.path;
}
