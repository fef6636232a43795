import { escapeMarkup } from "../../lib/html-entities.ts";

/** The beginning of an element, as the publication's own renderer writes it: what is text has its brackets escaped. */
const OPENING = /<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/** A heading that links to itself. */
const HEADING_LINK = /<a class="anchor"[^>]*>(.*?)<\/a>(?=<\/h[1-6]>)/gs;

/** What means something away from the page; classes, ids, and words for screen readers about its layout do not. */
const KEPT: ReadonlySet<string> = new Set(["href", "title", "scope", "start"]);

const CHARACTERS: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/**
 * A text of the publication as it can stand anywhere: every address is absolute, fragments lead to the page.
 *
 * @param html rendered for the page
 * @param pageUrl absolute
 */
export function absoluteHtml(html: string, pageUrl: string): string {
  return html
    .replace(HEADING_LINK, "$1")
    .replace(OPENING, (_, name: string, attributes: string) => `<${name}${keptAttributes(attributes, pageUrl)}>`);
}

function keptAttributes(attributes: string, pageUrl: string): string {
  if (attributes === "") return "";
  return [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, name = ""]) => KEPT.has(name))
    .map(([, name, value = ""]) => ` ${name}="${name === "href" ? absolute(value, pageUrl) : value}"`)
    .join("");
}

/** A scheme makes an address absolute already, and is left as it was written. */
function absolute(escaped: string, pageUrl: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(escaped)) return escaped;
  const written = escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity] ?? entity);
  return escapeMarkup(new URL(written, pageUrl).href);
}
