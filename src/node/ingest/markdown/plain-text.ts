import type { MarkdownIt, Token } from "markdown-it";
import createMarkdownIt from "markdown-it";
import { quotationMarks } from "./quotation-marks.ts";
import { BRACES, rawSources, withEscapes } from "./raw-source.ts";
import { tokenLines } from "./token-lines.ts";
import { typography } from "./typography.ts";
import { recordWrittenText, writtenTextOf } from "./written-text.ts";

/** A text without markup, such as a headline or a caption. */
export interface PlainText {
  /** With typographic characters. Escapes and entities are read as in Markdown: `\*` is a star, `&amp;` an ampersand. */
  readonly text: string;
  readonly errors: readonly { readonly message: string; readonly fix: string }[];
}

/** What to do about a binding where none is supported. */
const BIND_ELSEWHERE = "bind the figure in the text, the standfirst or a key point instead";

/**
 * Reads the text of a field, in which markup is an error.
 *
 * @param language a BCP 47 tag, which decides on quotation marks
 * @param bindingFix what to do about braces that bind no figure
 */
export function readPlainText(source: string, language: string, bindingFix = BIND_ELSEWHERE): PlainText {
  const [block] = markdownFor(language).parseInline(source, {});
  if (!block) return { text: source, errors: [] };
  const text = (block.children ?? []).map(({ type, content }) => (/break$/.test(type) ? "\n" : content)).join("");
  const errors = new Map<string, string>();
  for (const sign of markup(block))
    errors.set(`contains \`${sign}\`, but Markdown is not read here`, fixWith("remove it", withEscapes(sign)));
  for (const { message, found, escaped: written } of rawSources(writtenTextOf(block), "field")) {
    errors.set(message, fixWith(BRACES.test(found) ? bindingFix : "remove it", written));
  }
  return { text, errors: [...errors].map(([message, fix]) => ({ message, fix })) };
}

function fixWith(fix: string, written: string): string {
  return `${fix}; to show it as it is, write \`${written}\` (\`${written.replaceAll("\\", "\\\\")}\` between double quotation marks)`;
}

/** The first sign of each emphasis; code, links and pictures as a whole. */
function markup({ children }: Token): readonly string[] {
  return (children ?? []).flatMap((token, index, all) => {
    if (/^text|break$/.test(token.type) || token.nesting < 0) return [];
    if (token.info === "auto") return [`<${token.attrGet("href")}>`];
    if (token.type === "image") return [`![${token.content}](${token.attrGet("src")})`];
    if (token.type !== "link_open") return [token.markup + (token.content ? token.content + token.markup : "")];
    const end = all.findIndex(({ type }, at) => at > index && type === "link_close");
    const words = all.slice(index + 1, end).map(({ content }) => content);
    return [`[${words.join("")}](${token.attrGet("href")})`];
  });
}

/** Memoized: the rules for a language take long to set up. */
const parsers = new Map<string, MarkdownIt>();

function markdownFor(language: string): MarkdownIt {
  const md = parsers.get(language) ?? createMarkdownIt({ html: false }).use(tokenLines);
  if (!parsers.has(language)) {
    md.validateLink = () => true;
    md.core.ruler.before("replacements", "written_text", recordWrittenText);
    md.core.ruler.at("replacements", typography(quotationMarks(language)));
    md.core.ruler.disable("smartquotes");
    parsers.set(language, md);
  }
  return md;
}
