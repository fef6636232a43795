import { basename } from "node:path";
import type * as z from "zod";
import type { Diagnostic, SourceFile } from "../../lib/diagnostic.ts";
import type { BoundFigure } from "../../markets/bound/bound-figure.ts";
import type { Article } from "../../model/article.ts";
import { hrefFrom, type SitePath, SLUG } from "../../model/urls.ts";
import { type FrontMatter, splitFrontMatter } from "../files/source-file.ts";
import { type FigureDesk, figureNotes } from "./bound-figures/bind-figures.ts";
import type { ComplainOfField } from "./bound-figures/bind-texts.ts";
import type { BodyLink } from "./markdown/check-markdown.ts";
import { type RenderedMarkdown, renderMarkdown } from "./markdown/render-markdown.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

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
  readonly faults: readonly Diagnostic[];
}

/** What the body of any text may refer to. */
export interface KnownToBodies {
  readonly pictures: ReadonlySet<string>;
  /** What figures and charts are held against. */
  readonly figures: Omit<FigureDesk, "knownAtMs">;
}

/** What a file offers to those who make a story or page of its fields. */
interface FilePage {
  /**
   * Renders the body.
   *
   * @param above figures bound in the texts above it
   */
  readonly render: (
    path: SitePath,
    desk: FigureDesk,
    above: readonly BoundFigure[],
  ) => Pick<Article, "body" | "words" | "series">;
  /** Adds to the faults of a field. */
  readonly complain: ComplainOfField;
}

const AFTER_ALL_FIGURES_MS = Date.UTC(9999, 11, 31);

/** Reads a file of front matter and body. */
export function parseMarkdownFile<Fields, T>(
  source: SourceFile,
  schema: z.ZodType<Fields>,
  known: KnownToBodies,
  assemble: (fields: Fields, slug: string, page: FilePage) => T,
): ParsedFile<T> {
  const { file } = source;
  const slug = basename(file, ".md");
  const faults: Diagnostic[] = [];
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
  let rendered: RenderedMarkdown | undefined;
  let value: T | undefined;
  if ("faults" in parsed) {
    faults.push(...parsed.faults);
    // A body is checked even where its front matter is faulty: against any page, and against all figures that there are.
    const desk = { ...known.figures, knownAtMs: AFTER_ALL_FIGURES_MS };
    rendered = renderMarkdown(front.body, hrefFrom("/"), known.pictures, desk);
  } else {
    value = assemble(parsed.value, slug, {
      render: (path, desk, above) => {
        rendered = renderMarkdown(front.body, hrefFrom(path), known.pictures, desk);
        return withNotes(rendered, above);
      },
      complain: (path, problem, remedy) => {
        faults.push({ file, line: parsed.lineOf(path), field: path.join("."), problem, remedy });
      },
    });
  }
  if (rendered) faults.push(...bodyFaults(file, front, rendered));
  const text = rendered && {
    file,
    ids: rendered.ids,
    links: rendered.links.map((link) => ({ ...link, line: link.line + front.linesBeforeBody })),
  };
  return { value: hasAddress ? value : undefined, text, faults };
}

/** The body with the notes on its figures behind it, and the series that it and the texts above are bound to. */
function withNotes({ body, words, bound }: RenderedMarkdown, above: readonly BoundFigure[]) {
  const notes = figureNotes(bound, above);
  const charted = body.flatMap((block) => (block.kind === "chart" ? block.chart.series : []));
  const series = [...new Set([...(notes?.series ?? []).map(({ id }) => id), ...charted])].sort();
  return { body: notes ? [...body, notes] : body, words, series };
}

function bodyFaults(file: string, { linesBeforeBody }: FrontMatter, rendered: RenderedMarkdown): readonly Diagnostic[] {
  const faults = rendered.problems.map(({ line, field = "body", problem, remedy }) => ({
    file,
    line: line + linesBeforeBody,
    field,
    problem,
    remedy,
  }));
  if (rendered.words > 0 || rendered.body.length > 0) return faults;
  return [
    ...faults,
    { file, line: linesBeforeBody + 1, field: "body", problem: "is empty", remedy: "write the text below the second ---" },
  ];
}
