import type { Env, MarkdownIt, Token } from "markdown-it";
import type { BoundFigure } from "../../../markets/bound/bound-figure.ts";
import type { Body, BodyBlock, StoryChart } from "../../../model/body.ts";
import type { Href, SitePath } from "../../../model/urls.ts";
import { bindFigures, type FigureContext } from "../bound-figures/bind-figures.ts";
import { readCharts } from "./chart-blocks.ts";
import { type BodyLinks, checkMarkdown, figureImage, type MarkdownDiagnostic } from "./check-markdown.ts";
import { isDiagnostic } from "./diagnostic-token.ts";
import { createMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";

/** A rendered body, with the links to check once the whole publication is known. */
export interface RenderedMarkdown extends BodyLinks {
  readonly body: Body;
  readonly words: number;
  /** The ids of its headings. */
  readonly ids: readonly string[];
  /** The bound figures that are correct. */
  readonly bound: readonly BoundFigure[];
  readonly diagnostics: readonly MarkdownDiagnostic[];
}

/** Memoized: the rules for a language take long to set up. */
const parsers = new Map<string, MarkdownIt>();

function markdownFor(language: string): MarkdownIt {
  const markdown = parsers.get(language) ?? createMarkdown(language);
  parsers.set(language, markdown);
  return markdown;
}

/**
 * Renders the Markdown of a body.
 *
 * @param href makes links relative to the page of the body
 * @param pictures the names in the picture library
 * @param context what bound figures and charts are checked against
 */
export function renderMarkdown(
  text: string,
  href: Href,
  pictures: ReadonlySet<string>,
  context: FigureContext,
): RenderedMarkdown {
  const { language } = context;
  const markdown = markdownFor(language);
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  const { links, webLinks, diagnostics } = checkMarkdown(tokens, pictures, language);
  for (const link of inlineTokens(tokens)) renderLink(link, href);
  const figures = text.includes("]{") ? bindFigures(tokens, context, href) : NOTHING_BOUND;
  const { charts, diagnostics: chartDiagnostics } = readCharts(tokens, context);
  return {
    body: blocks(
      markdown,
      tokens.filter((token) => !isDiagnostic(token)),
      { env, charts, language },
    ),
    words: countWords(tokens),
    ids: headingIds(tokens),
    links,
    webLinks,
    bound: figures.bound,
    diagnostics: [...diagnostics, ...figures.diagnostics, ...chartDiagnostics],
  };
}

const NOTHING_BOUND: ReturnType<typeof bindFigures> = { bound: [], diagnostics: [] };

/** The tokens within blocks of text. */
function inlineTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => token.children ?? []);
}

/** Makes internal links relative to the page, and adds `rel="noopener"` to external ones. */
function renderLink(token: Token, href: Href): void {
  const target = token.attrGet("href");
  if (token.type !== "link_open" || typeof target !== "string") return;
  const [path = "", ...fragment] = target.split(/(?=#)/);
  if (isSitePath(path)) token.attrSet("href", href(path) + fragment.join(""));
  else if (/^https?:/i.test(target)) token.attrSet("rel", "noopener");
}

function isSitePath(path: string): path is SitePath {
  return path.startsWith("/");
}

/** Splits the body at charts and at pictures in a paragraph of their own. */
function blocks(
  md: MarkdownIt,
  tokens: readonly Token[],
  { env, charts, language }: { readonly env: Env; readonly charts: ReadonlyMap<Token, StoryChart>; readonly language: string },
): Body {
  const body: BodyBlock[] = [];
  let text: Token[] = [];
  const flush = (): void => {
    if (text.length > 0) body.push({ kind: "html", html: md.renderer.render(text, md.options, env) });
    text = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const image = figureImage(tokens, index);
    const chart = token && charts.get(token);
    if (chart) {
      flush();
      body.push({ kind: "chart", chart });
    } else if (image) {
      flush();
      body.push({
        kind: "figure",
        picture: String(image.attrGet("src")),
        alt: plain(image.content, language),
        caption: plain(String(image.attrGet("title") ?? ""), language),
      });
      index += 2;
    } else if (token) text.push(token);
  }
  flush();
  return body;
}

function plain(text: string, language: string): string | undefined {
  return text === "" ? undefined : readPlainText(text, language).text;
}

function headingIds(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(({ type }) => type === "heading_open").map((token) => String(token.attrGet("id")));
}

function countWords(tokens: readonly Token[]): number {
  return inlineTokens(tokens)
    .filter(({ type }) => type === "text" || type === "code_inline")
    .reduce((sum, { content }) => sum + (content.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);
}
