import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { type BoundFigure, boundFigure } from "../../../markets/bound/bound-figure.ts";
import { type BoundProblem, parseBinding } from "../../../markets/bound/bound-grammar.ts";
import type { Series } from "../../../markets/series.ts";
import type { FigureNotes } from "../../../model/body.ts";
import { type Href, seriesPath } from "../../../model/urls.ts";
import { type MarkdownProblem, withLines } from "../markdown/check-markdown.ts";

/** What the figures of a text are held against. */
export interface FigureDesk {
  /** Every series by its id; undefined where their own files are faulty: then nothing is compared, and the build stops for those. */
  readonly series: ReadonlyMap<string, Series> | undefined;
  /** When what the text says was known, in milliseconds since 1970; undefined for a page, which is always of today. */
  readonly knownAtMs: number | undefined;
  /** The edition's clock, in milliseconds since 1970. */
  readonly asOfMs: number;
  readonly language: string;
}

/** Holds one figure against its series; undefined where there is nothing to hold it against. */
export function bindFigure(text: string, braces: string, desk: FigureDesk): BoundFigure | BoundProblem | undefined {
  const binding = parseBinding(braces);
  if ("problem" in binding) return binding;
  if (!desk.series) return undefined;
  const series = desk.series.get(binding.series);
  if (!series) {
    const known = [...desk.series.keys()];
    const problem = `names the series \`${binding.series}\`, which is not known`;
    return { problem, remedy: `write ${nearest(binding.series, known) ?? `one of: ${known.sort().join(", ")}`}` };
  }
  return boundFigure(text, binding, series, { ...desk, knownAtMs: desk.knownAtMs ?? desk.asOfMs });
}

/**
 * Judges the bound figures of a parsed body, and gives those that are right their links.
 *
 * @param href binds links to the page that the body stands on
 */
export function bindFigures(
  tokens: readonly Token[],
  desk: FigureDesk,
  href: Href,
): { readonly bound: readonly BoundFigure[]; readonly problems: readonly MarkdownProblem[] } {
  const bound: BoundFigure[] = [];
  const problems: MarkdownProblem[] = [];
  const notes: string[] = [];
  for (const parts of boundParts(tokens)) {
    const { open, close, text, line } = parts;
    const judged = placeProblem(parts) ?? bindFigure(text, open.info.slice(1, -1), desk);
    if (!judged) continue;
    if ("problem" in judged) {
      problems.push({ line, problem: `\`[${text}]${open.info}\` ${judged.problem}`, remedy: judged.remedy });
      continue;
    }
    const { revision, row, series, label } = judged;
    bound.push(judged);
    open.attrSet("href", href(seriesPath(series.id)) + (row === undefined ? "" : `#${row}`));
    open.attrSet("title", label);
    if (revision === undefined) continue;
    if (!notes.includes(revision.about)) notes.push(revision.about);
    close.attrSet("note", String(notes.indexOf(revision.about) + 1));
  }
  return { bound, problems };
}

interface BoundParts {
  readonly open: Token;
  readonly close: Token;
  /** What stands between the two. */
  readonly inner: readonly Token[];
  readonly text: string;
  readonly line: number;
  /** Whether it stands within a link, or in a heading, which links to itself. */
  readonly isInLink: boolean;
}

/** The outermost bound figures of a body, with their lines. */
function* boundParts(tokens: readonly Token[]): Generator<BoundParts> {
  let blockLine = 1;
  for (const block of tokens) {
    if (block.map) blockLine = block.map[0] + 1;
    const children = block.children?.some(({ type }) => type === "bound_open") ? [...withLines(block, blockLine)] : [];
    let links = 0;
    let end = -1;
    for (const [index, { child: open, line }] of children.entries()) {
      if (open.type === "link_open" || open.type === "link_close") links += open.nesting;
      if (open.type !== "bound_open" || index < end) continue;
      end = children.findIndex(({ child }, at) => at > index && child.type === "bound_close" && child.level === open.level);
      const close = children[end]?.child;
      const inner = children.slice(index + 1, end).map(({ child }) => child);
      if (close) yield { open, close, inner, text: textOf(inner), line, isInLink: links > 0 };
    }
  }
}

function placeProblem({ open, inner, isInLink }: BoundParts): BoundProblem | undefined {
  if (!open.info.endsWith("}")) return { problem: "has braces that do not end on their line", remedy: "close them by `}`" };
  if (isInLink) return { problem: "stands in a heading or a link", remedy: "bind the figure where it stands in the text" };
  if (inner.some(({ type }) => /^(?:bound_open|link_open|image|footnote_ref)$/.test(type))) {
    return { problem: "holds more than text", remedy: "put the brackets around the figure alone" };
  }
  return undefined;
}

function textOf(inner: readonly Token[]): string {
  return inner.map(({ type, content }) => (/break$/.test(type) ? " " : content)).join("");
}

/**
 * What stands behind a body for its bound figures; undefined where there are none.
 *
 * @param above those bound in the texts above the body
 */
export function figureNotes(bound: readonly BoundFigure[], above: readonly BoundFigure[]): FigureNotes | undefined {
  const all = [...bound, ...above];
  if (all.length === 0) return undefined;
  const series = new Map(all.map((figure) => [figure.series.id, figure.series]));
  const inBody = new Set(bound.map(({ revision }) => revision?.about));
  const revisions = new Map<string, string>();
  for (const { revision } of all) {
    if (revision && !revisions.has(revision.about)) revisions.set(revision.about, revision.sentence);
  }
  return {
    kind: "figureNotes",
    series: [...series.values()],
    revisions: [...revisions].map(([about, sentence]) => ({ sentence, isInBody: inBody.has(about) })),
  };
}
