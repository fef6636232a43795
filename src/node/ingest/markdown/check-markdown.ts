import type { Token } from "markdown-it";
import { nearest } from "../../../lib/nearest.ts";
import { diagnosticsIn } from "./diagnostic-token.ts";
import { readPlainText } from "./plain-text.ts";
import { rawSources, type TextPlace } from "./raw-source.ts";
import { withLines } from "./token-lines.ts";
import { writtenTextOf } from "./written-text.ts";

/** An error in a body. */
export interface MarkdownDiagnostic {
  /** Counted from 1 within the body. */
  readonly line: number;
  /** Of a chart block; undefined in text. */
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

/** An internal link. */
interface BodyLink {
  /** Empty for a link within the page. */
  readonly path: string;
  /** Empty for a link to the whole page. */
  readonly fragment: string;
  readonly line: number;
}

/** A link with an http or https address, which may be the site's own. */
export interface WebLink {
  readonly url: string;
  readonly line: number;
}

/** The links of a body. */
export interface BodyLinks {
  readonly links: readonly BodyLink[];
  readonly webLinks: readonly WebLink[];
}

export interface CheckedMarkdown extends BodyLinks {
  readonly diagnostics: readonly MarkdownDiagnostic[];
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED_SCHEMES: readonly string[] = ["https", "http", "mailto", "tel"];
const WEB_ADDRESS = /^https?:\/\/[^/?#]/i;

/** Checks a parsed body, and collects its links. */
export function checkMarkdown(tokens: readonly Token[], pictures: ReadonlySet<string>, language: string): CheckedMarkdown {
  const found = { links: [] as BodyLink[], webLinks: [] as WebLink[] };
  const diagnostics: MarkdownDiagnostic[] = [...diagnosticsIn(tokens)];
  const report = (line: number, message: string, fix: string): void => void diagnostics.push({ line, message, fix });

  let headingLevel = 1;
  let line = 1;
  tokens.forEach((token, index) => {
    // The cells of a table have no line of their own, only their row has.
    if (token.map) line = token.map[0] + 1;
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      const maxLevel = headingLevel + 1;
      if (level === 1) report(line, "has a level 1 heading, which is reserved for the headline", "write ##");
      else if (level > maxLevel)
        report(line, `skips from heading level ${headingLevel} to ${level}`, `write ${"#".repeat(maxLevel)}`);
      headingLevel = level;
    }
    if (token.type === "container_pullquote_open" && tokens[index + 4]?.type !== "container_pullquote_close") {
      report(
        line,
        "has a pull quote that is not a single paragraph, or is not closed",
        "write `:::` on the line below its sentence",
      );
    }
    if (token.type !== "inline") return;
    if (tokens[index - 1]?.type === "heading_open") checkHeading(token, line, report);
    const figure = figureImage(tokens, index - 1);
    for (const { child, line: at } of withLines(token, line)) {
      if (child.type === "link_open") checkLink(String(child.attrGet("href")), at, found, report);
      if (child.type !== "image") continue;
      checkImage(child, child === figure, at, pictures, report);
      checkTexts(child, at, language, report);
    }
    checkText(token, line, placeOf(tokens[index - 1]), report);
  });
  return { ...found, diagnostics };
}

type Report = (line: number, message: string, fix: string) => void;

/** A heading links to itself, and HTML links cannot be nested. */
function checkHeading({ children, content }: Token, line: number, report: Report): void {
  if (content.trim() === "") report(line, "has a heading without words", "write its words behind the marks, or remove it");
  const links = (children ?? []).filter(({ type }) => type === "link_open" || type === "footnote_ref");
  if (links.length > 1) report(line, "has a link or a footnote in a heading", "move it to the text below");
}

interface FoundLinks {
  readonly links: BodyLink[];
  readonly webLinks: WebLink[];
}

function checkLink(target: string, line: number, { links, webLinks }: FoundLinks, report: Report): void {
  const scheme = SCHEME.exec(target)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!ALLOWED_SCHEMES.includes(scheme)) {
      report(line, `links to \`${target}\`, whose scheme is not allowed`, `use one of ${ALLOWED_SCHEMES.join(", ")}`);
    } else if (scheme.startsWith("http") && !WEB_ADDRESS.test(target)) {
      report(line, `links to \`${target}\`, which has no host`, "write the whole address, such as https://www.example.org/");
    } else if (scheme.startsWith("http")) {
      webLinks.push({ url: target, line });
    }
    return;
  }
  if (target.startsWith("//") || (!target.startsWith("/") && !target.startsWith("#"))) {
    report(
      line,
      `links to \`${target}\`, which is not an address of the site`,
      "write the address from the site's root, such as /politics/",
    );
    return;
  }
  const [path = "", fragment = ""] = target.split("#");
  links.push({ path, fragment, line });
}

function checkImage(image: Token, isFigure: boolean, line: number, pictures: ReadonlySet<string>, report: Report): void {
  const name = String(image.attrGet("src"));
  if (!isFigure) report(line, `shows the picture \`${name}\` within text`, "give the picture a paragraph of its own");
  if (pictures.has(name)) return;
  const match = nearest(name, [...pictures]);
  report(
    line,
    `shows the picture \`${name}\`, which is not in pictures/`,
    match ? `write ${match}` : "name a picture in pictures/, without its extension",
  );
}

/** Checks the alternative text and the caption of a picture. */
function checkTexts(image: Token, line: number, language: string, report: Report): void {
  for (const text of [image.content, String(image.attrGet("title") ?? "")]) {
    for (const { message, fix } of readPlainText(text, language).errors) report(line, message, fix);
  }
}

function placeOf(opening: Token | undefined): TextPlace {
  if (opening?.type === "paragraph_open") return "paragraph";
  return opening?.type === "heading_open" ? "heading" : "cell";
}

/** The longest text that is repeated in a fix. */
const MAX_REPEATED = 80;

function checkText(block: Token, firstLine: number, place: TextPlace, report: Report): void {
  for (const { line, message, fix, escaped } of rawSources(writtenTextOf(block), place)) {
    const asItIs = escaped.length > MAX_REPEATED ? "put it between backticks" : `write \`${escaped}\``;
    report(firstLine + line, message, `${fix}; to show it as it is, ${asItIs}`);
  }
}

/** The picture of the top-level paragraph that opens at `index`, if the paragraph contains nothing else. */
export function figureImage(tokens: readonly Token[], index: number): Token | undefined {
  const [open, inline] = [tokens[index], tokens[index + 1]];
  if (open?.type !== "paragraph_open" || open.level !== 0 || inline?.children?.length !== 1) return undefined;
  const only = inline.children[0];
  return only?.type === "image" ? only : undefined;
}
