import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from "markdown-it";
import anchors from "markdown-it-anchor";
import container from "markdown-it-container";
import footnotes from "markdown-it-footnote";
import { escapeMarkup } from "../../../lib/html-entities.ts";
import { boundFigures } from "./bound-figure-syntax.ts";

/** The address part of a heading: its words in lower case, joined by hyphens, without diacritics. */
export function headingSlug(heading: string): string {
  const words = heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return words || "heading";
}

/** Straight quotes, double hyphens and three dots in plain text become what a typesetter would set. */
export function typographic(text: string): string {
  return typesetter
    .parseInline(text, {})
    .flatMap((token) => token.children ?? [])
    .map(({ content }) => content)
    .join("");
}

const typesetter = createMarkdownIt("zero", { typographer: true }).enable(["replacements", "smartquotes"]);

/**
 * The Markdown of the publication: CommonMark with tables, footnotes, typographic quotes, heading anchors, pull quotes
 * and figures bound to market series. Every link reaches the tokens, whatever its scheme: `checkMarkdown` refuses what is not allowed, with its line.
 */
export function createMarkdown(): MarkdownIt {
  const md = createMarkdownIt({ html: false, typographer: true });
  md.validateLink = () => true;
  md.use(footnotes);
  md.use(boundFigures);
  md.use(anchors, { slugify: headingSlug, permalink: anchors.permalink.headerLink({ class: "anchor" }), tabIndex: false });
  md.use(container, "pullquote", {
    render: (tokens, index) => (tokens[index]?.nesting === 1 ? '<blockquote class="pull-quote">\n' : "</blockquote>\n"),
  });
  md.renderer.rules.table_open = openTable;
  md.renderer.rules.table_close = () => "</table></section>\n";
  md.renderer.rules.th_open = openCell;
  md.renderer.rules.td_open = openCell;
  md.renderer.rules.footnote_block_open = () => '<section class="footnotes" aria-label="Notes">\n<ol>\n';
  md.renderer.rules.footnote_anchor = backToText;
  return md;
}

/** A wide table scrolls within a region of its own, which keyboards reach and screen readers hear named by its columns. */
const openTable: RendererRule = (tokens, index, _options, env = {}) => {
  const columns = columnNames(tokens, index);
  const tables = env.tables instanceof Map ? env.tables : new Map<string, number>();
  env.tables = tables;
  // Tables of one text that have the same columns are told apart by a number, from the second on.
  const count = Number(tables.get(columns) ?? 0) + 1;
  tables.set(columns, count);
  const label = `Table${count > 1 ? ` ${count}` : ""}: ${columns}`;
  return `<section class="table-scroll" tabindex="0" aria-label="${escapeMarkup(label)}"><table>\n`;
};

/** The words above the columns of the table that opens at `index`, without their markup. */
function columnNames(tokens: readonly Token[], index: number): string {
  const end = tokens.findIndex((token, at) => at > index && token.type === "thead_close");
  const words = ({ children }: Token): string =>
    (children ?? [])
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join("");
  return tokens
    .slice(index, end)
    .filter(({ type }) => type === "inline")
    .map(words)
    .filter(Boolean)
    .join(", ");
}

/** Markdown aligns columns with inline styles, which the site's security policy forbids: a class does. */
const openCell: RendererRule = (tokens, index) => {
  const token = tokens[index];
  const attributes = [
    token?.tag === "th" ? ' scope="col"' : "",
    String(token?.attrGet("style") ?? "").endsWith("right") ? ' class="number"' : "",
  ];
  return `<${token?.tag}${attributes.join("")}>`;
};

const backToText: RendererRule = (tokens, index) => {
  const { id, subId } = tokens[index]?.meta ?? {};
  const reference = Number(subId) > 0 ? `${Number(id) + 1}:${subId}` : String(Number(id) + 1);
  return ` <a href="#fnref${reference}" class="footnote-back" aria-label="Back to the text">↩\uFE0E</a>`;
};
