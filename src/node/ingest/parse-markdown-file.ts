import { basename } from "node:path";
import type * as z from "zod";
import type { Diagnostic, SourceFile } from "../../lib/diagnostic.ts";
import type { BoundFigure } from "../../markets/bound/bound-figure.ts";
import type { Article } from "../../model/article.ts";
import { hrefFrom, type SitePath, SLUG, SLUG_RULE } from "../../model/urls.ts";
import { type FrontMatter, splitFrontMatter } from "../files/source-file.ts";
import { type FigureContext, figureNotes } from "./bound-figures/bind-figures.ts";
import type { ReportField } from "./bound-figures/bind-text.ts";
import type { BodyLinks } from "./markdown/check-markdown.ts";
import { type RenderedMarkdown, renderMarkdown } from "./markdown/render-markdown.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** A text with its file and links, whose lines are those of the file. */
export interface LinkedText extends BodyLinks {
  readonly file: string;
  /** The ids of its headings. */
  readonly ids: readonly string[];
}

/** A story or static page with its file and links. */
export interface ContentFile<T> extends LinkedText {
  readonly value: T;
}

/** The result of parsing a file: its value and its text, as far as they are valid, and its diagnostics. */
export interface ParsedFile<T> {
  readonly value: T | undefined;
  readonly text: LinkedText | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a body may refer to. */
export interface BodyReferences {
  /** Names. */
  readonly pictures: ReadonlySet<string>;
  /** What bound figures and charts are checked against. */
  readonly figures: Omit<FigureContext, "knownAtMs">;
}

/** The file that a story or page is assembled from. */
interface MarkdownFile {
  /**
   * Renders the body.
   *
   * @param above the figures bound in the fields of the front matter
   */
  readonly render: (
    path: SitePath,
    context: FigureContext,
    above: readonly BoundFigure[],
  ) => Pick<Article, "body" | "words" | "series">;
  /** Reports a diagnostic of a field. */
  readonly report: ReportField;
}

const AFTER_ALL_FIGURES_MS = Date.UTC(9999, 11, 31);

/**
 * Parses a Markdown file with front matter.
 *
 * @param assemble makes the value of valid front matter
 */
export function parseMarkdownFile<Fields, T>(
  source: SourceFile,
  schema: z.ZodType<Fields>,
  known: BodyReferences,
  assemble: (fields: Fields, slug: string, file: MarkdownFile) => T,
): ParsedFile<T> {
  const { file } = source;
  const slug = basename(file, ".md");
  const diagnostics: Diagnostic[] = [];
  const hasAddress = SLUG.test(slug);
  if (!hasAddress) {
    diagnostics.push({
      file,
      line: undefined,
      field: "file",
      message: "has a name that cannot be an address",
      fix: `name it in ${SLUG_RULE}`,
    });
  }
  const front = splitFrontMatter(source.text);
  if (!front) {
    diagnostics.push({
      file,
      line: 1,
      field: undefined,
      message: "has no front matter",
      fix: "start it with fields between two lines of ---",
    });
    return { value: undefined, text: undefined, diagnostics };
  }
  const parsed = parseYaml({ file, text: front.yaml, linesBefore: 1 }, schema);
  let rendered: RenderedMarkdown | undefined;
  let value: T | undefined;
  if ("diagnostics" in parsed) {
    diagnostics.push(...parsed.diagnostics);
    // The body is checked even if its front matter is invalid: with links from any page, and with all figures.
    const context = { ...known.figures, knownAtMs: AFTER_ALL_FIGURES_MS };
    rendered = renderMarkdown(front.body, hrefFrom("/"), known.pictures, context);
  } else {
    value = assemble(parsed.value, slug, {
      render: (path, context, above) => {
        rendered = renderMarkdown(front.body, hrefFrom(path), known.pictures, context);
        return withNotes(rendered, above);
      },
      report: (path, message, fix) => {
        diagnostics.push({ file, line: parsed.lineOf(path), field: path.join("."), message, fix });
      },
    });
  }
  if (rendered) diagnostics.push(...bodyDiagnostics(file, front, rendered));
  const text = rendered && {
    file,
    ids: rendered.ids,
    links: inFile(rendered.links, front),
    webLinks: inFile(rendered.webLinks, front),
  };
  return { value: hasAddress ? value : undefined, text, diagnostics };
}

/** Counts the lines of links from the top of the file. */
function inFile<T extends { readonly line: number }>(links: readonly T[], { linesBeforeBody }: FrontMatter): readonly T[] {
  return links.map((link) => ({ ...link, line: link.line + linesBeforeBody }));
}

/** Appends the notes on bound figures to a body, and lists the series that figures and charts refer to. */
function withNotes({ body, words, bound }: RenderedMarkdown, above: readonly BoundFigure[]) {
  const notes = figureNotes(bound, above);
  const charted = body.flatMap((block) => (block.kind === "chart" ? block.chart.series : []));
  const series = [...new Set([...(notes?.series ?? []).map(({ id }) => id), ...charted])].sort();
  return { body: notes ? [...body, notes] : body, words, series };
}

function bodyDiagnostics(file: string, { linesBeforeBody }: FrontMatter, rendered: RenderedMarkdown): readonly Diagnostic[] {
  const diagnostics = rendered.diagnostics.map(({ line, field = "body", message, fix }) => ({
    file,
    line: line + linesBeforeBody,
    field,
    message,
    fix,
  }));
  if (rendered.words > 0 || rendered.body.length > 0) return diagnostics;
  return [
    ...diagnostics,
    { file, line: linesBeforeBody + 1, field: "body", message: "is empty", fix: "write the text below the second ---" },
  ];
}
