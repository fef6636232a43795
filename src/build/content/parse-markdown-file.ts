import { basename } from "node:path";
import type * as z from "zod";
import { articlePath, hrefFrom, type SitePath, SLUG } from "../../newsroom/addresses.ts";
import { type Article, type ArticleFields, articleSchema } from "../../newsroom/article.ts";
import { type Calendar, instant } from "../../newsroom/dates.ts";
import type { NamedThing } from "../../newsroom/named-thing.ts";
import type { Section } from "../../newsroom/site.ts";
import { type StandingPage, standingPageSchema } from "../../newsroom/standing-page.ts";
import type { BodyLink } from "./check-markdown.ts";
import type { ContentFault } from "./content-fault.ts";
import { typographic } from "./markdown.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { type FrontMatter, type SourceFile, splitFrontMatter } from "./source-file.ts";
import { parseYaml } from "./yaml-source.ts";

/** A text together with where it was written and what it links to. */
export interface WrittenText {
  readonly file: string;
  readonly ids: readonly string[];
  /** Links that stay within the publication; lines are those of the file. */
  readonly links: readonly BodyLink[];
}

/** A story or page as it was written. */
export interface Written<T> extends WrittenText {
  readonly value: T;
}

/** What a file holds, as far as it could be read, and all that is wrong with it. */
export interface ParsedFile<T> {
  readonly value: T | undefined;
  readonly text: WrittenText | undefined;
  readonly faults: readonly ContentFault[];
}

/** What stories may refer to, by id. */
export interface Known {
  readonly sections: ReadonlyMap<string, Section>;
  /** Undefined where the file that names them is faulty: then any id passes, and the build stops for that file. */
  readonly authors: ReadonlyMap<string, NamedThing> | undefined;
  readonly topics: ReadonlyMap<string, NamedThing> | undefined;
  readonly pictures: ReadonlySet<string>;
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
    parseFile(source, schema, known.pictures, (fields, slug, render) => {
      const published = instant(fields.published, calendar);
      const path = articlePath(published, slug);
      const { picture } = fields;
      return {
        ...frontMatterOf(fields, known),
        slug,
        path,
        published,
        updated: fields.updated === undefined ? undefined : instant(fields.updated, calendar),
        picture: picture && {
          name: picture.file,
          caption: picture.caption && typographic(picture.caption),
          alt: picture.alt && typographic(picture.alt),
        },
        ...render(path),
      };
    });
}

function frontMatterOf(fields: ArticleFields, known: Known) {
  return {
    title: typographic(fields.title),
    standfirst: typographic(fields.standfirst),
    section: resolve(known.sections, fields.section),
    authors: fields.authors.map((id) => thing(known.authors, id)),
    topics: fields.topics.map((id) => thing(known.topics, id)),
    keyPoints: fields.keyPoints.map(typographic),
    draft: fields.draft,
  };
}

/** Reads the files of `pages/`. */
export function standingPageParser(pictures: ReadonlySet<string>): (source: SourceFile) => ParsedFile<StandingPage> {
  return (source) =>
    parseFile(source, standingPageSchema, pictures, (fields, slug, render) => {
      const path: SitePath = `/${slug}/`;
      return { path, title: typographic(fields.title), description: typographic(fields.description), body: render(path).body };
    });
}

type Render = (path: SitePath) => Pick<Article, "body" | "words">;

function parseFile<Fields, T>(
  source: SourceFile,
  schema: z.ZodType<Fields>,
  pictures: ReadonlySet<string>,
  assemble: (fields: Fields, slug: string, render: Render) => T,
): ParsedFile<T> {
  const { file } = source;
  const slug = basename(file, ".md");
  const faults: ContentFault[] = [];
  const hasAddress = SLUG.test(slug);
  if (!hasAddress) {
    faults.push({
      file,
      line: undefined,
      field: "file",
      problem: "has a name that makes no address",
      remedy: "name it in lower-case letters, digits and hyphens",
    });
  }
  const front = splitFrontMatter(source.text);
  if (!front) {
    faults.push({
      file,
      line: 1,
      field: undefined,
      problem: "has no front matter",
      remedy: "begin it with fields between two lines of ---",
    });
    return { value: undefined, text: undefined, faults };
  }
  const parsed = parseYaml({ file, text: front.yaml, linesBefore: 1 }, schema);
  // A body is checked even where its front matter is faulty, against any page: the check needs none.
  let rendered = "faults" in parsed ? renderBody(front, "/", pictures) : undefined;
  const value =
    "value" in parsed
      ? assemble(parsed.value, slug, (path) => {
          rendered = renderBody(front, path, pictures);
          return { body: rendered.body, words: rendered.words };
        })
      : undefined;
  if ("faults" in parsed) faults.push(...parsed.faults);
  if (rendered) faults.push(...bodyFaults(file, front, rendered));
  const text = rendered && {
    file,
    ids: rendered.ids,
    links: rendered.links.map((link) => ({ ...link, line: link.line + front.linesBeforeBody })),
  };
  return { value: hasAddress ? value : undefined, text, faults };
}

type Rendered = ReturnType<typeof renderMarkdown>;

function renderBody(front: FrontMatter, path: SitePath, pictures: ReadonlySet<string>): Rendered {
  return renderMarkdown(front.body, hrefFrom(path), pictures);
}

function bodyFaults(file: string, { linesBeforeBody }: FrontMatter, rendered: Rendered): readonly ContentFault[] {
  const faults = rendered.problems.map(({ line, problem, remedy }) => ({
    file,
    line: line + linesBeforeBody,
    field: "body",
    problem,
    remedy,
  }));
  if (rendered.words > 0 || rendered.body.length > 0) return faults;
  return [
    ...faults,
    { file, line: linesBeforeBody + 1, field: "body", problem: "is empty", remedy: "write the text below the second ---" },
  ];
}

function thing(known: ReadonlyMap<string, NamedThing> | undefined, id: string): NamedThing {
  return known ? resolve(known, id) : { id, name: id, description: id };
}

/** An id that the schema has let through. */
function resolve<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id);
  if (found === undefined) throw new Error(`The schema let the unknown id ${id} through.`);
  return found;
}
