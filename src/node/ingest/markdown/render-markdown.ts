import type { Env, MarkdownIt, Token } from "markdown-it";
import type { BoundFigure } from "../../../markets/bound/bound-figure.ts";
import type { Body, BodyBlock, StoryChart } from "../../../model/body.ts";
import type { Href, SitePath } from "../../../model/urls.ts";
import { bindFigures, type FigureDesk } from "../bound-figures/bind-figures.ts";
import { readCharts } from "./chart-blocks.ts";
import { type BodyLink, checkMarkdown, type MarkdownProblem } from "./check-markdown.ts";
import { figureImage } from "./figure-image.ts";
import { createMarkdown, typographic } from "./markdown.ts";

/** A body as it is published, and what is to be checked of it once the whole publication is known. */
export interface RenderedMarkdown {
  readonly body: Body;
  readonly words: number;
  /** The fragments that links may name. */
  readonly ids: readonly string[];
  readonly links: readonly BodyLink[];
  /** The figures that were held against their series and found right. */
  readonly bound: readonly BoundFigure[];
  readonly problems: readonly MarkdownProblem[];
}

let markdown: MarkdownIt | undefined;

/**
 * Renders a body.
 *
 * @param href binds links to the page that the body stands on
 * @param pictures names of the pool, for figures
 * @param desk what its market figures and charts are held against
 */
export function renderMarkdown(text: string, href: Href, pictures: ReadonlySet<string>, desk: FigureDesk): RenderedMarkdown {
  markdown ??= createMarkdown();
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  const { links, problems } = checkMarkdown(tokens, pictures);
  for (const link of inlineTokens(tokens)) bindLink(link, href);
  const figures = text.includes("]{") ? bindFigures(tokens, desk, href) : NOTHING_BOUND;
  const { charts, problems: chartProblems } = readCharts(tokens, desk);
  return {
    body: blocks(markdown, tokens, env, charts),
    words: countWords(tokens),
    ids: headingIds(tokens),
    links,
    bound: figures.bound,
    problems: [...problems, ...figures.problems, ...chartProblems],
  };
}

const NOTHING_BOUND: ReturnType<typeof bindFigures> = { bound: [], problems: [] };

/** The tokens within lines of text. */
function inlineTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => token.children ?? []);
}

/** Makes a link within the publication relative to its page, and one that leaves it safe. */
function bindLink(token: Token, href: Href): void {
  const target = token.attrGet("href");
  if (token.type !== "link_open" || typeof target !== "string") return;
  const [path = "", ...fragment] = target.split(/(?=#)/);
  if (isSitePath(path)) token.attrSet("href", href(path) + fragment.join(""));
  else if (/^https?:/i.test(target)) token.attrSet("rel", "noopener");
}

function isSitePath(path: string): path is SitePath {
  return path.startsWith("/");
}

/** Cuts the body where a picture stands in a paragraph of its own, and where a chart stands. */
function blocks(md: MarkdownIt, tokens: readonly Token[], env: Env, charts: ReadonlyMap<Token, StoryChart>): Body {
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
        alt: image.content ? typographic(image.content) : undefined,
        caption: captionOf(image),
      });
      index += 2;
    } else if (token) text.push(token);
  }
  flush();
  return body;
}

function captionOf(image: Token): string | undefined {
  const title = image.attrGet("title");
  return title === null ? undefined : typographic(String(title));
}

function headingIds(tokens: readonly Token[]): readonly string[] {
  return tokens.filter(({ type }) => type === "heading_open").map((token) => String(token.attrGet("id")));
}

function countWords(tokens: readonly Token[]): number {
  return inlineTokens(tokens)
    .filter(({ type }) => type === "text" || type === "code_inline")
    .reduce((sum, { content }) => sum + (content.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);
}
