import type { SourceFile } from "../../lib/diagnostic.ts";
import { type Article, type ArticleFields, articleSchema } from "../../model/article.ts";
import { type Calendar, instant } from "../../model/dates.ts";
import type { Section } from "../../model/site.ts";
import { type StaticPage, staticPageSchema } from "../../model/static-page.ts";
import type { Author, TaxonomyTerm } from "../../model/taxonomy.ts";
import { articlePath, type SitePath } from "../../model/urls.ts";
import { bindText, plainField } from "./bound-figures/bind-text.ts";
import { type BodyReferences, type ParsedFile, parseMarkdownFile } from "./parse-markdown-file.ts";

/** What a story may refer to, by id. */
interface StoryReferences extends BodyReferences {
  readonly sections: ReadonlyMap<string, Section>;
  /** Undefined if the file that defines them is invalid: then any id is accepted, and that file stops the build. */
  readonly authors: ReadonlyMap<string, Author> | undefined;
  readonly topics: ReadonlyMap<string, TaxonomyTerm> | undefined;
  /** The latest time at which something can have happened, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** Returns the parser for files of `articles/`. */
export function articleParser(known: StoryReferences, calendar: Calendar): (source: SourceFile) => ParsedFile<Article> {
  const ids = {
    sections: [...known.sections.keys()],
    authors: known.authors && [...known.authors.keys()],
    topics: known.topics && [...known.topics.keys()],
    pictures: [...known.pictures],
  };
  const schema = articleSchema(ids, known.nowMs);
  return (source) =>
    parseMarkdownFile(source, schema, known, (fields, slug, file) => {
      const published = instant(fields.published, calendar);
      const updated = fields.updated === undefined ? undefined : instant(fields.updated, calendar);
      const path = articlePath(published, slug);
      const context = { ...known.figures, knownAtMs: (updated ?? published).toMillis() };
      const { picture } = fields;
      const { report } = file;
      const standfirst = bindText(fields.standfirst, ["standfirst"], context, report);
      const keyPoints = fields.keyPoints.map((point, index) => bindText(point, ["keyPoints", index], context, report));
      const plain = (text: string, ...path: readonly (string | number)[]): string =>
        plainField(text, path, known.figures.language, report);
      const corrections = fields.corrections
        .map(({ date, text }, index) =>
          Object.freeze({ date: instant(date, calendar), text: plain(text, "corrections", index, "text") }),
        )
        .sort((a, b) => b.date.toMillis() - a.date.toMillis());
      return {
        ...frontMatterOf(fields, known),
        title: plain(fields.title, "title"),
        corrections,
        standfirst: standfirst.text,
        keyPoints: keyPoints.map(({ text }) => text),
        slug,
        path,
        published,
        updated,
        picture: picture && {
          name: picture.file,
          caption: picture.caption && plain(picture.caption, "picture", "caption"),
          alt: picture.alt && plain(picture.alt, "picture", "alt"),
        },
        ...file.render(
          path,
          context,
          [standfirst, ...keyPoints].flatMap(({ bound }) => bound),
        ),
      };
    });
}

function frontMatterOf(fields: ArticleFields, known: StoryReferences) {
  return {
    section: resolve(known.sections, fields.section),
    authors: fields.authors.map((id) => term(known.authors, id)),
    topics: fields.topics.map((id) => term(known.topics, id)),
    draft: fields.draft,
  };
}

/** Returns the parser for files of `pages/`. */
export function staticPageParser(known: BodyReferences): (source: SourceFile) => ParsedFile<StaticPage> {
  return (source) =>
    parseMarkdownFile(source, staticPageSchema, known, (fields, slug, file) => {
      const path: SitePath = `/${slug}/`;
      const { language } = known.figures;
      const title = plainField(fields.title, ["title"], language, file.report);
      const description = plainField(fields.description, ["description"], language, file.report);
      const { body } = file.render(path, { ...known.figures, knownAtMs: undefined }, []);
      return { path, title, description, body };
    });
}

function term<T extends TaxonomyTerm>(known: ReadonlyMap<string, T> | undefined, id: string): T | Author {
  return known ? resolve(known, id) : { id, name: id, description: id, kind: "desk" };
}

/** @throws if the schema accepted an unknown id, which is a bug */
function resolve<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id);
  if (found === undefined) throw new Error(`The schema accepted the unknown id ${id}.`);
  return found;
}
