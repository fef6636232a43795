import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { type BoundDiagnostic, parseBinding } from "../../../markets/bound/binding.ts";
import { type BoundFigure, checkBoundFigure } from "../../../markets/bound/bound-figure.ts";
import type { Series } from "../../../markets/series.ts";
import type { FigureNotes } from "../../../model/body.ts";
import { type Href, seriesPath } from "../../../model/urls.ts";
import type { MarkdownDiagnostic } from "../markdown/check-markdown.ts";
import { withLines } from "../markdown/token-lines.ts";

/** What the bound figures and charts of a text are checked against. */
export interface FigureContext {
  /** By id; undefined if the market files have diagnostics of their own: then no figure is compared. */
  readonly series: ReadonlyMap<string, Series> | undefined;
  /** When the text was published, in milliseconds since 1970; undefined for a static page, which always has the newest figures. */
  readonly knownAtMs: number | undefined;
  /** The edition's clock, in milliseconds since 1970. */
  readonly asOfMs: number;
  readonly language: string;
}

/** Checks one figure against its series; undefined if the series are not known. */
export function bindFigure(text: string, braces: string, context: FigureContext): BoundFigure | BoundDiagnostic | undefined {
  const binding = parseBinding(braces);
  if ("message" in binding) return binding;
  if (!context.series) return undefined;
  const series = context.series.get(binding.series);
  if (!series) {
    const known = [...context.series.keys()];
    const message = `names the series \`${binding.series}\`, which is not known`;
    return { message, fix: `write ${nearest(binding.series, known) ?? `one of: ${known.sort().join(", ")}`}` };
  }
  return checkBoundFigure(text, binding, series, { ...context, knownAtMs: context.knownAtMs ?? context.asOfMs });
}

/**
 * Checks the bound figures of a parsed body, and adds links to the correct ones.
 *
 * @param href makes links relative to the page of the body
 */
export function bindFigures(
  tokens: readonly Token[],
  context: FigureContext,
  href: Href,
): { readonly bound: readonly BoundFigure[]; readonly diagnostics: readonly MarkdownDiagnostic[] } {
  const bound: BoundFigure[] = [];
  const diagnostics: MarkdownDiagnostic[] = [];
  const notes: string[] = [];
  for (const parts of boundParts(tokens)) {
    const { open, close, text, line } = parts;
    const checked = checkPosition(parts) ?? bindFigure(text, open.info.slice(1, -1), context);
    if (!checked) continue;
    if ("message" in checked) {
      diagnostics.push({ line, message: `\`[${text}]${open.info}\` ${checked.message}`, fix: checked.fix });
      continue;
    }
    const { revision, row, series, label } = checked;
    bound.push(checked);
    open.attrSet("href", href(seriesPath(series.id)) + (row === undefined ? "" : `#${row}`));
    open.attrSet("title", label);
    if (revision === undefined) continue;
    if (!notes.includes(revision.about)) notes.push(revision.about);
    close.attrSet("note", String(notes.indexOf(revision.about) + 1));
  }
  return { bound, diagnostics };
}

interface BoundParts {
  readonly open: Token;
  readonly close: Token;
  /** The tokens between the two. */
  readonly inner: readonly Token[];
  readonly text: string;
  readonly line: number;
  /** Whether it is within a link or a heading, which links to itself. */
  readonly isInLink: boolean;
}

/** The outermost bound figures of a body. */
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

function checkPosition({ open, inner, isInLink }: BoundParts): BoundDiagnostic | undefined {
  if (!open.info.endsWith("}")) return { message: "has braces that do not end on their line", fix: "close them with `}`" };
  if (isInLink) return { message: "is in a heading or a link", fix: "bind the figure in the text instead" };
  if (inner.some(({ type }) => /^(?:bound_open|link_open|image|footnote_ref)$/.test(type))) {
    return { message: "contains more than text", fix: "put the brackets around the figure alone" };
  }
  return undefined;
}

function textOf(inner: readonly Token[]): string {
  return inner.map(({ type, content }) => (/break$/.test(type) ? " " : content)).join("");
}

/**
 * The notes behind a body with bound figures; undefined if there are none.
 *
 * @param bound in the body
 * @param above bound in the fields above it
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
