import { isProbablyReaderable, Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

/** What a reader view makes of a page. */
export interface ReaderView {
  /** Whether a browser offers it. */
  readonly isOffered: boolean;
  readonly title: string;
  readonly byline: string;
  readonly published: string | undefined;
  readonly content: Element;
}

/** Opens a page in the reader view of Firefox. */
export function readerView(html: string): ReaderView {
  const { document } = parseHTML(html);
  const isOffered = isProbablyReaderable(document);
  const { title, byline, content, publishedTime } = new Readability(document).parse() ?? {};
  return {
    isOffered,
    title: title ?? "",
    byline: byline ?? "",
    published: publishedTime ?? undefined,
    content: parseHTML(`<html><body>${content ?? ""}</body></html>`).document.body,
  };
}

/** The story in its page, without the headline, which a reader view shows by itself, and without its topics. */
export function storyIn(html: string): Element {
  const { document } = parseHTML(html);
  const story = document.querySelector(".story");
  if (!story) throw new Error("The page has no story.");
  for (const element of story.querySelectorAll("h1, footer")) element.remove();
  return story;
}

/** The parts of a story in their order, each with its text, and pictures and charts with their text alternatives. */
export function partsOf(content: Element): readonly string[] {
  return [...content.querySelectorAll(PARTS)].map((part) => {
    const words = part.getAttribute("alt") ?? part.getAttribute("aria-label") ?? part.textContent ?? "";
    return `${part.tagName.toLowerCase()} ${words.replace(/\s+/g, " ").trim()}`;
  });
}

const PARTS =
  "p, h2, h3, h4, h5, h6, li, blockquote, pre, img, figcaption, svg[aria-label], th, td, caption, summary, time, sup, a[href]";

/** All of a text but its spaces and the labels of charts. */
export function textOf(content: Element): string {
  const words: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName.toLowerCase() === "svg") return;
    if (node.nodeType === 3) words.push(node.textContent ?? "");
    for (const child of node.childNodes) visit(child);
  };
  visit(content);
  return words.join("").replace(/\s+/g, "");
}
