import type { DateTime } from "luxon";
import type { Article } from "./article.ts";
import { type FiledCorrections, fileCorrections } from "./corrections-by-year.ts";
import { earlierCoverage } from "./related.ts";
import type { Section } from "./site.ts";
import type { TaxonomyTerm } from "./taxonomy.ts";
import { authorPath, FRONT, type Month, monthPath, type SitePath, sectionPath, topicPath } from "./urls.ts";

/** The stories of one calendar month of a listing. They never renumber: publishing a story touches its own month only. */
export interface MonthArchive extends Month {
  readonly path: SitePath;
  readonly listing: Pick<Listing, "kind" | "id" | "name" | "path">;
  readonly earlier: Month | undefined;
  readonly later: Month | undefined;
  readonly articles: readonly Article[];
}

/** What collects stories: a section, a topic, an author, or the whole publication. Articles and months newest first. */
export interface Listing {
  readonly kind: "publication" | "section" | "topic" | "author";
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly path: SitePath;
  readonly articles: readonly Article[];
  readonly months: readonly MonthArchive[];
}

/** Everything that is published at one instant, in every order that pages need. */
export interface Catalog {
  readonly articles: readonly Article[];
  readonly publication: Listing;
  readonly sections: readonly Listing[];
  readonly topics: readonly Listing[];
  readonly authors: readonly Listing[];
  /** Every listing but the whole publication, whose page is the front page. */
  readonly listings: readonly Listing[];
  /** The month archives of every listing. */
  readonly archives: readonly MonthArchive[];
  readonly corrections: FiledCorrections;
  /** For each story, up to three published before it that a reader may want next. */
  readonly earlier: ReadonlyMap<SitePath, readonly Article[]>;
}

interface Publication {
  readonly name: string;
  readonly description: string;
  readonly sections: readonly Section[];
}

const byNewest = (a: Article, b: Article): number =>
  b.published.toMillis() - a.published.toMillis() || (a.path < b.path ? -1 : 1);

/**
 * Decides what is published at `asOf` and files it. Drafts, and stories dated after `asOf`, are nowhere in the result;
 * nor are topics and authors whose every story is unpublished. An update dated after `asOf` has not happened yet.
 */
export function buildCatalog(articles: readonly Article[], asOf: DateTime, publication: Publication): Catalog {
  const published = articles
    .filter((article) => !article.draft && article.published <= asOf)
    .map((article) => Object.freeze(asKnown(article, asOf)))
    .sort(byNewest);

  const whole = listing(
    { kind: "publication", id: "", name: publication.name, description: publication.description, path: FRONT },
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
    publication: whole,
    sections: Object.freeze(sections),
    topics: Object.freeze(topics),
    authors: Object.freeze(authors),
    listings: Object.freeze(listings),
    archives: Object.freeze([whole, ...listings].flatMap(({ months }) => months)),
    corrections: fileCorrections(published),
    earlier: earlierCoverage(published),
  });
}

/** A story without what has not happened yet. What has been corrected by then counts as its update, where the update is later. */
function asKnown(article: Article, asOf: DateTime): Article {
  if (!article.updated || article.updated <= asOf) return article;
  const corrections = article.corrections.filter(({ date }) => date <= asOf);
  return { ...article, updated: corrections[0]?.date, corrections };
}

/** One listing for each thing that `thingsOf` finds on the stories, in order of name. */
function listingsOf(
  kind: "topic" | "author",
  path: (id: string) => SitePath,
  articles: readonly Article[],
  thingsOf: (article: Article) => readonly TaxonomyTerm[],
): readonly Listing[] {
  const filed = new Map<string, { thing: TaxonomyTerm; articles: Article[] }>();
  for (const article of articles) {
    for (const thing of thingsOf(article)) {
      const entry = filed.get(thing.id) ?? { thing, articles: [] };
      entry.articles.push(article);
      filed.set(thing.id, entry);
    }
  }
  return [...filed.values()]
    .sort((a, b) => (a.thing.name < b.thing.name ? -1 : 1))
    .map(({ thing, articles }) => listing({ ...thing, kind, path: path(thing.id) }, articles));
}

function listing(about: Omit<Listing, "articles" | "months">, articles: readonly Article[]): Listing {
  const months = Map.groupBy(articles, ({ published: { year, month } }) => year * 12 + month - 1);
  const inOrder = [...months.values()].map((ofMonth) => ({ ...monthOf(ofMonth), articles: ofMonth }));
  const archives = inOrder.map(({ year, month, articles }, index) =>
    Object.freeze({
      year,
      month,
      path: monthPath(about.path, { year, month }),
      listing: about,
      later: inOrder[index - 1],
      earlier: inOrder[index + 1],
      articles: Object.freeze(articles),
    }),
  );
  return Object.freeze({ ...about, articles: Object.freeze(articles), months: Object.freeze(archives) });
}

function monthOf(articles: readonly Article[]): Month {
  const [first] = articles;
  if (!first) throw new Error("A month archive has at least one story.");
  return { year: first.published.year, month: first.published.month };
}
