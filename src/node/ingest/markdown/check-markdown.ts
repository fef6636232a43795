import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { figureImage } from "./figure-image.ts";

/** A fault within a body; its line is counted from 1 within the body. */
export interface MarkdownProblem {
  readonly line: number;
  /** Within a block that has fields; undefined in text. */
  readonly field?: string;
  readonly problem: string;
  readonly remedy: string;
}

/** A link that stays within the publication. */
export interface BodyLink {
  /** Empty where the link stays on its own page. */
  readonly path: string;
  /** Empty where the link names the whole page. */
  readonly fragment: string;
  readonly line: number;
}

export interface CheckedMarkdown {
  readonly links: readonly BodyLink[];
  readonly problems: readonly MarkdownProblem[];
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED_SCHEMES: readonly string[] = ["https", "http", "mailto", "tel"];
const WEB_ADDRESS = /^https?:\/\/[^/?#]/i;

/** Looks through a parsed body for what an editor would not want published, and for the links to follow up. */
export function checkMarkdown(tokens: readonly Token[], pictures: ReadonlySet<string>): CheckedMarkdown {
  const links: BodyLink[] = [];
  const problems: MarkdownProblem[] = [];
  const complain = (line: number, problem: string, remedy: string): void => void problems.push({ line, problem, remedy });

  let headingLevel = 1;
  let line = 1;
  tokens.forEach((token, index) => {
    // The cells of a table have no line of their own: that of their row holds.
    if (token.map) line = token.map[0] + 1;
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      const deepest = headingLevel + 1;
      if (level === 1) complain(line, "has a heading of the first level, which is the headline's", "write ##");
      else if (level > deepest)
        complain(line, `skips from a heading of level ${headingLevel} to ${level}`, `write ${"#".repeat(deepest)}`);
      headingLevel = level;
    }
    if (token.type === "container_pullquote_open" && tokens[index + 4]?.type !== "container_pullquote_close") {
      complain(line, "has a pull quote that is not one paragraph, or does not end", "write `:::` in the line below its sentence");
    }
    if (token.type !== "inline") return;
    if (tokens[index - 1]?.type === "heading_open") checkHeading(token, line, complain);
    const figure = figureImage(tokens, index - 1);
    for (const { child, line: at } of withLines(token, line)) {
      if (child.type === "link_open") checkLink(String(child.attrGet("href")), at, links, complain);
      if (child.type === "image") checkImage(child, child === figure, at, pictures, complain);
      if (child.type === "text") checkText(child.content, at, complain);
    }
  });
  return { links, problems };
}

type Complain = (line: number, problem: string, remedy: string) => void;

/** The parts of a block of text, each with the line that it stands on. */
export function* withLines(block: Token, firstLine: number): Generator<{ child: Token; line: number }> {
  let line = firstLine;
  for (const child of block.children ?? []) {
    yield { child, line };
    if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
  }
}

/** A heading is a link to itself, and HTML has no link within a link. */
function checkHeading({ children }: Token, line: number, complain: Complain): void {
  const links = (children ?? []).filter(({ type }) => type === "link_open" || type === "footnote_ref");
  if (links.length > 1) complain(line, "has a link or a note in a heading", "put it into the text below");
}

function checkLink(target: string, line: number, links: BodyLink[], complain: Complain): void {
  const scheme = SCHEME.exec(target)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!ALLOWED_SCHEMES.includes(scheme)) {
      complain(line, `links to \`${target}\`, whose scheme is not allowed`, `use one of ${ALLOWED_SCHEMES.join(", ")}`);
    } else if (scheme.startsWith("http") && !WEB_ADDRESS.test(target)) {
      complain(line, `links to \`${target}\`, which names no host`, "write the whole address, such as https://www.example.org/");
    }
    return;
  }
  if (target.startsWith("//") || (!target.startsWith("/") && !target.startsWith("#"))) {
    complain(line, `links to \`${target}\`, which names no page`, "write the address from the site's root, such as /politics/");
    return;
  }
  const [path = "", fragment = ""] = target.split("#");
  links.push({ path, fragment, line });
}

function checkImage(image: Token, isFigure: boolean, line: number, pictures: ReadonlySet<string>, complain: Complain): void {
  const name = String(image.attrGet("src"));
  checkBraces(`${image.content} ${image.attrGet("title") ?? ""}`, line, complain);
  if (!isFigure) complain(line, `shows the picture \`${name}\` within text`, "give the picture a paragraph of its own");
  if (pictures.has(name)) return;
  const meant = nearest(name, [...pictures]);
  complain(
    line,
    `shows the picture \`${name}\`, which is not in pictures/`,
    meant ? `write ${meant}` : "name a picture of the pool, without its ending",
  );
}

/** A tag or a comment; the typesetter may have made a dash of a comment's hyphens. */
const HTML = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!(?:--|–)[^>]*>?/i;

/** What is left of a link that holds another. */
const LINK_END = /\]\([^()\s]*\)/;

/** What was meant to bind a figure and stands where it binds none. */
export const BRACES = /\]\{[^{}]*\}?|\{[^{}=]*=[^{}]*\}/;

function checkBraces(text: string, line: number, complain: Complain): void {
  const braces = BRACES.exec(text)?.[0];
  if (!braces) return;
  const remedy = "write it right behind a figure in brackets, such as [117.29]{brent=2026-04}, in the text";
  complain(line, `holds \`${braces}\`, which binds no figure`, remedy);
}

function checkText(text: string, line: number, complain: Complain): void {
  checkBraces(text, line, complain);
  const html = HTML.exec(text)?.[0];
  if (html)
    complain(
      line,
      `holds the HTML \`${html}\`, which readers would see as it stands`,
      "write Markdown, or put it between backticks",
    );
  const end = LINK_END.exec(text)?.[0];
  if (end) complain(line, `shows \`${end}\`, which ends no link`, "put no link and no bound figure within a link");
  const footnote = /\[\^[^\]]+\]/.exec(text)?.[0];
  if (footnote) complain(line, `refers to the note \`${footnote}\`, which has no text`, `add a line \`${footnote}: …\``);
  const block = /^:::\s*(\S*)/.exec(text)?.[1];
  if (block === "") complain(line, "has a `:::` that ends no block", "write `::: pullquote` above the sentence");
  else if (block)
    complain(line, `has a block \`${block}\`, which is not known`, "write `::: pullquote`, the sentence, and `:::`");
}
