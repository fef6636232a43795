import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from "markdown-it";
import anchors from "markdown-it-anchor";
import container from "markdown-it-container";
import { escapeHtml } from "../../../lib/html-entities.ts";
import { boundFigures } from "./bound-figure-syntax.ts";
import { headingSlug } from "./heading-slug.ts";
import { writtenTitles } from "./link-titles.ts";
import { lostText } from "./lost-text.ts";
import { notes } from "./notes.ts";
import { quotationMarks } from "./quotation-marks.ts";
import { tokenLines } from "./token-lines.ts";
import { typography } from "./typography.ts";
import { recordWrittenText } from "./written-text.ts";

/**
 * CommonMark with tables, footnotes, typographic quotes, heading anchors, pull quotes and bound figures. Links of any
 * scheme are parsed, so that `checkMarkdown` can report those that are not allowed.
 *
 * @param language a BCP 47 tag, which decides on quotation marks
 */
export function createMarkdown(language: string): MarkdownIt {
  const md = createMarkdownIt({ html: false });
  md.validateLink = () => true;
  // The ids of headings are in this form, whatever the editor's keyboard writes.
  const { normalizeLink } = md;
  md.normalizeLink = (url) => normalizeLink(url.normalize("NFC"));
  md.use(tokenLines);
  md.use(writtenTitles);
  md.use(notes);
  md.use(lostText);
  md.core.ruler.before("replacements", "written_text", recordWrittenText);
  md.core.ruler.at("replacements", typography(quotationMarks(language)));
  md.core.ruler.disable("smartquotes");
  md.use(boundFigures);
  md.use(anchors, { slugify: headingSlug, permalink, tabIndex: false });
  md.renderer.rules.heading_open = openHeading;
  md.use(container, "pullquote", {
    render: (tokens, index) => (tokens[index]?.nesting === 1 ? '<blockquote class="pull-quote">\n' : "</blockquote>\n"),
  });
  md.renderer.rules.table_open = openTable;
  md.renderer.rules.table_close = () => "</table></section>\n";
  md.renderer.rules.th_open = openCell;
  md.renderer.rules.td_open = openCell;
  return md;
}

/** Links a heading to itself. Safari's reader view loses a heading whose text is directly in a link. */
const permalink = anchors.permalink.headerLink({ class: "anchor", safariReaderFix: true });

/**
 * Puts the id of a heading on an element without text. Firefox's reader view removes what has words such as “share” or
 * “social” in its id, and a heading may well be “Share prices”.
 */
const openHeading: RendererRule = (tokens, index) => {
  const token = tokens[index];
  return `<${token?.tag}><span id="${escapeHtml(String(token?.attrGet("id")))}"></span>`;
};

/** Wraps a table in a scrollable region that is focusable and labelled by its columns. */
const openTable: RendererRule = (tokens, index, _options, env = {}) => {
  const columns = columnNames(tokens, index);
  const tables = env.tables instanceof Map ? env.tables : new Map<string, number>();
  env.tables = tables;
  // The second and later tables with the same columns are numbered.
  const count = Number(tables.get(columns) ?? 0) + 1;
  tables.set(columns, count);
  const label = `Table${count > 1 ? ` ${count}` : ""}: ${columns}`;
  return `<section class="table-scroll" tabindex="0" aria-label="${escapeHtml(label)}"><table>\n`;
};

/** The column headings of the table that opens at `index`, without markup. */
function columnNames(tokens: readonly Token[], index: number): string {
  const end = tokens.findIndex((token, at) => at > index && token.type === "thead_close");
  const text = ({ children }: Token): string =>
    (children ?? [])
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join("");
  return tokens
    .slice(index, end)
    .filter(({ type }) => type === "inline")
    .map(text)
    .filter(Boolean)
    .join(", ");
}

/** Aligns columns with a class: the content security policy forbids the inline styles of markdown-it. */
const openCell: RendererRule = (tokens, index) => {
  const token = tokens[index];
  const attributes = [
    token?.tag === "th" ? ' scope="col"' : "",
    String(token?.attrGet("style") ?? "").endsWith("right") ? ' class="number"' : "",
  ];
  return `<${token?.tag}${attributes.join("")}>`;
};
