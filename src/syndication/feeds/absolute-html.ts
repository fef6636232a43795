import { decodeEntities, escapeHtml } from "../../lib/html-entities.ts";

/** An opening tag as our own renderer writes it: it escapes `<` and `>` in texts and attributes. */
const OPENING_TAG = /<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/** What is around the text of a heading that links to itself. */
const HEADING_LINK = /<span id="[^"]*"><\/span><a class="anchor"[^>]*><span>(.*?)<\/span><\/a>(?=<\/h[1-6]>)/gs;

/** Attributes that make sense outside the page; classes, ids and ARIA labels do not. */
const PORTABLE_ATTRIBUTES: ReadonlySet<string> = new Set(["href", "title", "scope", "start"]);

/**
 * Makes rendered HTML independent of its page: addresses become absolute, other attributes are dropped.
 *
 * @param html rendered for the page
 * @param pageUrl absolute; fragments are resolved against it
 */
export function absoluteHtml(html: string, pageUrl: string): string {
  return html
    .replace(HEADING_LINK, "$1")
    .replace(OPENING_TAG, (_, name: string, attributes: string) => `<${name}${portableAttributes(attributes, pageUrl)}>`);
}

function portableAttributes(attributes: string, pageUrl: string): string {
  if (attributes === "") return "";
  return [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, name = ""]) => PORTABLE_ATTRIBUTES.has(name))
    .map(([, name, value = ""]) => ` ${name}="${name === "href" ? absoluteHref(value, pageUrl) : value}"`)
    .join("");
}

/** An address with a scheme is absolute already, and is not normalised. */
function absoluteHref(escaped: string, pageUrl: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(escaped)) return escaped;
  return escapeHtml(new URL(decodeEntities(escaped), pageUrl).href);
}
