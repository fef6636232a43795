import { HTML_MARKUP } from "./html-markup.ts";
import type { WrittenText } from "./written-text.ts";

/** Where a text stands: some syntax has a meaning in a paragraph only. */
export type TextPlace = "paragraph" | "heading" | "cell" | "field";

/** Something in a text that looks like syntax, and that readers would see as it is written. */
export interface RawSource {
  /** Counted from 0 within the text. */
  readonly line: number;
  /** Such as `<b>`, on one line. */
  readonly found: string;
  readonly message: string;
  /** What to write if it was meant as syntax. */
  readonly fix: string;
  /** What to write to show it as it is. */
  readonly escaped: string;
}

interface Syntax {
  readonly pattern: RegExp;
  readonly places?: readonly TextPlace[];
  readonly message: (found: string) => string;
  readonly fix: string | ((found: string) => string);
}

/** A binding in a position where none is supported. */
export const BRACES = /\]\{[^{}]*\}?|\{[^{}=]*=[^{}]*\}/;

/** Spaces that do not separate a mark from its text: all but the ordinary space and the tab. */
const SPACE = "[\\s\\p{Zs}\\u200B\\uFEFF]";
const shownAs = (what: string) => (found: string) => `contains ${what} \`${found}\`, which readers would see as text`;
const startsLine = (what: string) => (found: string) => `has a line that starts with \`${found}\`, which makes no ${what}`;
const LINK = "[text](/address/)";
const TABLE_FIX = "write below the header a line such as `|---|---|`, with as many cells as the header";

/** In order: what one finds, those below it do not look at. */
const SYNTAXES: readonly Syntax[] = [
  {
    pattern: /\{\{[\s\S]*?(?:\}\}|$)|\{%[\s\S]*?(?:%\}|$)|<%[\s\S]*?(?:%>|$)/g,
    message: shownAs("the template code"),
    fix: "remove it, since texts have no templates",
  },
  { pattern: HTML_MARKUP, message: shownAs("the HTML"), fix: "write Markdown" },
  {
    pattern: /<(?:www\.|https?:|mailto:)[^<>\n]*>/gi,
    message: shownAs("the address"),
    fix: "start it with https://, and write it without spaces",
  },
  {
    pattern: /\{(?::|#|\.[\p{L}_-])[^{}\n]*\}/gu,
    message: shownAs("the attributes"),
    fix: "remove them, since texts have no attributes",
  },
  {
    pattern: new RegExp(BRACES, "g"),
    message: (found) => `contains \`${found}\`, which binds no figure`,
    fix: "write it directly behind a figure in brackets, such as [117.29]{brent=2026-04}, in the text",
  },
  {
    pattern: /\[\^[^[\]\n]+\]/g,
    message: (found) => `refers to the footnote \`${found}\`, which does not exist`,
    fix: (found) => (/\s/.test(found) ? "name the footnote without spaces, here and where it is" : `add a line \`${found}: …\``),
  },
  {
    pattern: /\[[^[\]]*\]\[[^[\]]*\]/g,
    message: shownAs("the link"),
    fix: (found) => `write ${LINK}, or add a line \`[${/\[([^[\]]+)\](?:\[\])?$/.exec(found)?.[1]}]: /address/\``,
  },
  {
    pattern: /(?<=\[[^[\]]*)\]\([^()\n]*\)?/g,
    message: (found) => `shows \`${found}\`, which does not belong to a link`,
    fix: (found) => {
      if (!found.endsWith(")")) return `close the address with a bracket: ${LINK}`;
      return /\s/.test(found)
        ? `write the address without spaces: ${LINK}`
        : "remove links and bound figures from the text of a link";
    },
  },
  {
    pattern: /\[[^[\]\n]+\]\s+\((?:\/|https?:|mailto:|www\.)[^()\n]*\)/g,
    message: shownAs("the link"),
    fix: `write the address directly behind the text: ${LINK}`,
  },
  { pattern: /\[\[[^[\]\n]+\]\]/g, message: shownAs("the link"), fix: `write ${LINK}` },
  {
    pattern: /\[\/[a-z][\w-]*\]|\[[a-z][\w-]*\s[^[\]]*=[^[\]]*\]|^\[toc\]$/gim,
    message: shownAs("the shortcode"),
    fix: "remove it, since texts have no shortcodes",
  },
  { pattern: /^\[[ x]\](?=\s)/gi, places: ["paragraph"], message: shownAs("the check box"), fix: "remove it" },
  {
    pattern: /^\[![a-z]+\]|^!!!(?=\s)|^\+{3,}$|^\*\[[^[\]\n]+\]:/gim,
    places: ["paragraph"],
    message: shownAs("the syntax of another system"),
    fix: "remove it",
  },
  { pattern: /\\$/g, places: ["paragraph"], message: shownAs("the line break"), fix: "remove it, since no line follows" },
  {
    pattern: /\*{2,}|~{2,}|(?<![_\p{L}\p{N}])_{2,3}(?=[\p{L}\p{N}"'“‘(])|(?<=[\p{L}\p{N}.!?"'”’)])_{2,3}(?![_\p{L}\p{N}])/gu,
    message: shownAs("the marks"),
    fix: "write them on both sides of the words, with no space or punctuation between mark and word",
  },
  { pattern: /(?<!=)==(?=[^\s=])[^=\n]+==(?!=)/g, message: shownAs("the marks"), fix: "remove them, or write **words**" },
  { pattern: /`+/g, message: shownAs("the marks"), fix: "write as many backticks behind the code as before it" },
  {
    pattern: new RegExp(`(?<=^${SPACE}*)(?:#{2,}|#(?=${SPACE}))`, "gmu"),
    places: ["paragraph", "field"],
    message: startsLine("heading"),
    fix: "write `##`, an ordinary space and the heading, at the start of the line",
  },
  { pattern: /(?<=[^#\s])#{2,}$/g, places: ["heading"], message: shownAs("the marks"), fix: "put a space before them" },
  {
    pattern: new RegExp(`(?<=^${SPACE}*)[-*+](?=${SPACE})`, "gmu"),
    places: ["paragraph"],
    message: startsLine("list"),
    fix: "start the line with the mark and an ordinary space, below an empty line",
  },
  {
    pattern: new RegExp(`(?<![^])\\d{1,9}[.)](?=${SPACE})`, "gu"),
    places: ["paragraph"],
    message: startsLine("list"),
    fix: "write an ordinary space behind the number",
  },
  {
    pattern: /^:{3,}[^\S\n]*\S*/gm,
    message: (found) =>
      /[^:]/.test(found)
        ? `has a block \`${found.replace(/^:+\s*/, "")}\`, which is not known`
        : "has a `:::` that closes no block",
    fix: (found) =>
      /[^:]/.test(found) ? "write `::: pullquote`, the sentence, and `:::`" : "write `::: pullquote` above the sentence",
  },
  {
    pattern: /^(?=.*\|)\|?[^\S\n]*:?-+:?[^\S\n]*(?:\|[^\S\n]*:?-+:?[^\S\n]*)*\|?$/gm,
    places: ["paragraph"],
    message: shownAs("the row of a table"),
    fix: TABLE_FIX,
  },
  { pattern: /^\|.*\|[^\S\n]*$/gm, places: ["paragraph"], message: shownAs("the row of a table"), fix: TABLE_FIX },
  {
    pattern: /&(?:nbsp|amp|lt|gt|quot|apos|[mn]dash|hellip|[lr][sd]quo|[lr]aquo|copy|euro|shy|#\d+|#x[\da-f]+)(?![\w=]);?/gi,
    message: shownAs("the entity"),
    fix: "write the character itself, or the entity in lower case with `;` behind it",
  },
];

/** Finds what readers would see as source: the first of each kind in each line. */
export function rawSources(text: WrittenText, place: TextPlace): readonly RawSource[] {
  const taken = new Set<number>();
  return SYNTAXES.filter(({ places }) => places?.includes(place) ?? true).flatMap(({ pattern, message, fix }) => {
    const lines = new Set<number>();
    return [...text.plain.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const line = text.lineAt(index);
      const isKnown = taken.has(index) || lines.has(line);
      for (let at = index; at < index + match.length; at += 1) taken.add(at);
      if (isKnown) return [];
      lines.add(line);
      const found = text.source
        .slice(index, index + match.length)
        .replace(/\s+/g, " ")
        .trim();
      return [
        {
          line,
          found,
          message: message(shortened(found)),
          fix: typeof fix === "string" ? fix : fix(found),
          escaped: withEscapes(found),
        },
      ];
    });
  });
}

const MAX_SHOWN = 60;

function shortened(found: string): string {
  return found.length > MAX_SHOWN ? `${found.slice(0, MAX_SHOWN)}…` : found;
}

/** Puts a backslash where Markdown, and the patterns above, would find syntax. */
export function withEscapes(found: string): string {
  return found.replace(/[{<[*_~`|]|-(?=-)|&(?=[#\w])|^[-+#:\]!]|^\\$|(?<=^\d+)[.)]|==|\](?=[({[])/g, "\\$&");
}
