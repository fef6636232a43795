import type { DateTime } from "luxon";
import type { Article } from "./article.ts";
import { type CorrectionArchive, correctionArchive } from "./correction-archive.ts";
import { HOME } from "./fixed-pages.ts";
import { relatedStories } from "./related.ts";
import type { Section } from "./site.ts";
import type { TaxonomyTerm } from "./taxonomy.ts";
import { authorPath, type Month, monthPath, type SitePath, sectionPath, topicPath } from "./urls.ts";

/** A listing's stories of one calendar month. A new story changes the archive of its own month only. */
export interface MonthArchive extends Month {
  readonly path: SitePath;
  readonly listing: Pick<Listing, "kind" | "id" | "name" | "path">;
  readonly earlier: Month | undefined;
  readonly later: Month | undefined;
  readonly articles: readonly Article[];
}

/** A list of stories: of a section, a topic, an author, or the whole publication. Articles and months newest first. */
export interface Listing {
  readonly kind: "publication" | "section" | "topic" | "author";
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly path: SitePath;
  readonly articles: readonly Article[];
  readonly months: readonly MonthArchive[];
}

/** Everything published as of one instant, grouped the way pages need it. */
export interface Catalog {
  readonly articles: readonly Article[];
  readonly publication: Listing;
  readonly sections: readonly Listing[];
  readonly topics: readonly Listing[];
  readonly authors: readonly Listing[];
  /** All sections, topics and authors. */
  readonly listings: readonly Listing[];
  /** The month archives of every listing, the whole publication included. */
  readonly archives: readonly MonthArchive[];
  readonly corrections: CorrectionArchive;
  /** Up to three earlier related stories for each story, by its path. */
  readonly related: ReadonlyMap<SitePath, readonly Article[]>;
}

interface Publication {
  readonly name: string;
  readonly description: string;
  readonly sections: readonly Section[];
}

const byNewest = (a: Article, b: Article): number =>
  b.published.toMillis() - a.published.toMillis() || (a.path < b.path ? -1 : 1);

/**
 * Builds the catalog of what is published as of `asOf`. It leaves out drafts, stories dated later, and topics and authors
 * without a published story. Later updates and corrections are dropped from their stories.
 */
export function buildCatalog(articles: readonly Article[], asOf: DateTime, publication: Publication): Catalog {
  const published = articles
    .filter((article) => !article.draft && article.published <= asOf)
    .map((article) => Object.freeze(asOfInstant(article, asOf)))
    .sort(byNewest);

  const all = listing(
    { kind: "publication", id: "", name: publication.name, description: publication.description, path: HOME },
    published,
  );
  const sections = publication.sections.map((section) =>
    listing(
      { kind: "section", ...section, path: sectionPath(section.id) },
      published.filter((article) => article.section.id === section.id),
    ),
  );
  const topics = listingsOf("topic", topicPath, published, (article) => article.topics);
  const authors = listingsOf("author", authorPath, published, (article) => article.authors);

  const listings = [...sections, ...topics, ...authors];

  return Object.freeze({
    articles: Object.freeze(published),
    publication: all,
    sections: Object.freeze(sections),
    topics: Object.freeze(topics),
    authors: Object.freeze(authors),
    listings: Object.freeze(listings),
    archives: Object.freeze([all, ...listings].flatMap(({ months }) => months)),
    corrections: correctionArchive(published),
    related: relatedStories(published),
  });
}

/** A story without later updates and corrections. Where its update is later, its newest earlier correction counts as the update. */
function asOfInstant(article: Article, asOf: DateTime): Article {
  if (!article.updated || article.updated <= asOf) return article;
  const corrections = article.corrections.filter(({ date }) => date <= asOf);
  return { ...article, updated: corrections[0]?.date, corrections };
}

/** One listing for each term of the stories, in order of name. */
function listingsOf(
  kind: "topic" | "author",
  path: (id: string) => SitePath,
  articles: readonly Article[],
  termsOf: (article: Article) => readonly TaxonomyTerm[],
): readonly Listing[] {
  const byId = new Map<string, { term: TaxonomyTerm; articles: Article[] }>();
  for (const article of articles) {
    for (const term of termsOf(article)) {
      const entry = byId.get(term.id) ?? { term, articles: [] };
      entry.articles.push(article);
      byId.set(term.id, entry);
    }
  }
  return [...byId.values()]
    .sort((a, b) => (a.term.name < b.term.name ? -1 : 1))
    .map(({ term, articles }) => listing({ ...term, kind, path: path(term.id) }, articles));
}

function listing(fields: Omit<Listing, "articles" | "months">, articles: readonly Article[]): Listing {
  const months = Map.groupBy(articles, ({ published: { year, month } }) => year * 12 + month - 1);
  const inOrder = [...months.values()].map((ofMonth) => ({ ...monthOf(ofMonth), articles: ofMonth }));
  const archives = inOrder.map(({ year, month, articles }, index) =>
    Object.freeze({
      year,
      month,
      path: monthPath(fields.path, { year, month }),
      listing: fields,
      later: inOrder[index - 1],
      earlier: inOrder[index + 1],
      articles: Object.freeze(articles),
    }),
  );
  return Object.freeze({ ...fields, articles: Object.freeze(articles), months: Object.freeze(archives) });
}

function monthOf(articles: readonly Article[]): Month {
  const [first] = articles;
  if (!first) throw new Error("A month archive has at least one story.");
  return { year: first.published.year, month: first.published.month };
}
