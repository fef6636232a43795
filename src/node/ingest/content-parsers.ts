import type { SourceFile } from "../../lib/diagnostic.ts";
import { type Article, type ArticleFields, articleSchema } from "../../model/article.ts";
import { type Calendar, instant } from "../../model/dates.ts";
import type { Section } from "../../model/site.ts";
import { type StaticPage, staticPageSchema } from "../../model/static-page.ts";
import type { Author, TaxonomyTerm } from "../../model/taxonomy.ts";
import { articlePath, type SitePath } from "../../model/urls.ts";
import { bindText, refuseBinding } from "./bound-figures/bind-texts.ts";
import { typographic } from "./markdown/markdown.ts";
import { type KnownToBodies, type ParsedFile, parseMarkdownFile } from "./parse-markdown-file.ts";

/** What stories may refer to, by id. */
interface Known extends KnownToBodies {
  readonly sections: ReadonlyMap<string, Section>;
  /** Undefined where the file that names them is faulty: then any id passes, and the build stops for that file. */
  readonly authors: ReadonlyMap<string, Author> | undefined;
  readonly topics: ReadonlyMap<string, TaxonomyTerm> | undefined;
}

/** Reads the files of `articles/`. */
export function articleParser(known: Known, calendar: Calendar): (source: SourceFile) => ParsedFile<Article> {
  const schema = articleSchema({
    sections: [...known.sections.keys()],
    authors: known.authors && [...known.authors.keys()],
    topics: known.topics && [...known.topics.keys()],
    pictures: [...known.pictures],
  });
  return (source) =>
    parseMarkdownFile(source, schema, known, (fields, slug, page) => {
      const published = instant(fields.published, calendar);
      const updated = fields.updated === undefined ? undefined : instant(fields.updated, calendar);
      const path = articlePath(published, slug);
      const desk = { ...known.figures, knownAtMs: (updated ?? published).toMillis() };
      const { picture } = fields;
      const { complain } = page;
      const standfirst = bindText(fields.standfirst, ["standfirst"], desk, complain);
      const keyPoints = fields.keyPoints.map((point, index) => bindText(point, ["keyPoints", index], desk, complain));
      refuseBinding(fields.title, ["title"], complain);
      refuseBinding(picture?.caption, ["picture", "caption"], complain);
      refuseBinding(picture?.alt, ["picture", "alt"], complain);
      const corrections = fields.corrections
        .map(({ date, text }) => Object.freeze({ date: instant(date, calendar), text: typographic(text) }))
        .sort((a, b) => b.date.toMillis() - a.date.toMillis());
      for (const [index, { text }] of fields.corrections.entries()) refuseBinding(text, ["corrections", index, "text"], complain);
      return {
        ...frontMatterOf(fields, known),
        corrections,
        standfirst: standfirst.text,
        keyPoints: keyPoints.map(({ text }) => text),
        slug,
        path,
        published,
        updated,
        picture: picture && {
          name: picture.file,
          caption: picture.caption && typographic(picture.caption),
          alt: picture.alt && typographic(picture.alt),
        },
        ...page.render(
          path,
          desk,
          [standfirst, ...keyPoints].flatMap(({ bound }) => bound),
        ),
      };
    });
}

function frontMatterOf(fields: ArticleFields, known: Known) {
  return {
    title: typographic(fields.title),
    section: resolve(known.sections, fields.section),
    authors: fields.authors.map((id) => thing(known.authors, id)),
    topics: fields.topics.map((id) => thing(known.topics, id)),
    draft: fields.draft,
  };
}

/** Reads the files of `pages/`. */
export function staticPageParser(known: KnownToBodies): (source: SourceFile) => ParsedFile<StaticPage> {
  return (source) =>
    parseMarkdownFile(source, staticPageSchema, known, (fields, slug, page) => {
      const path: SitePath = `/${slug}/`;
      refuseBinding(fields.title, ["title"], page.complain);
      refuseBinding(fields.description, ["description"], page.complain);
      const { body } = page.render(path, { ...known.figures, knownAtMs: undefined }, []);
      return { path, title: typographic(fields.title), description: typographic(fields.description), body };
    });
}

function thing<T extends TaxonomyTerm>(known: ReadonlyMap<string, T> | undefined, id: string): T | Author {
  return known ? resolve(known, id) : { id, name: id, description: id, kind: "desk" };
}

/** An id that the schema has let through. */
function resolve<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id);
  if (found === undefined) throw new Error(`The schema let the unknown id ${id} through.`);
  return found;
}
