import type { Attributes } from "./read-tags.ts";

/** What a URL in a page is for, which decides how it must be written. */
export type LinkUse =
  /** A reader may follow it. */
  | "hyperlink"
  /** The browser loads it with the page. */
  | "resource"
  /** Other programs read it, so it must be absolute. */
  | "absolute";

/** A URL in a page. */
export interface Link {
  readonly element: string;
  readonly attribute: string;
  /** The URL as it is written. */
  readonly url: string;
  readonly use: LinkUse;
}

/** The attributes that have a URL, by element (HTML, attributes of type URL). */
const URL_ATTRIBUTES: ReadonlyMap<string, readonly (readonly [attribute: string, use: LinkUse])[]> = new Map([
  ["a", [["href", "hyperlink"]]],
  ["area", [["href", "hyperlink"]]],
  ["audio", [["src", "resource"]]],
  ["button", [["formaction", "hyperlink"]]],
  ["embed", [["src", "resource"]]],
  ["form", [["action", "hyperlink"]]],
  ["iframe", [["src", "resource"]]],
  ["image", [["href", "resource"]]],
  ["img", [["src", "resource"]]],
  [
    "input",
    [
      ["src", "resource"],
      ["formaction", "hyperlink"],
    ],
  ],
  ["object", [["data", "resource"]]],
  ["script", [["src", "resource"]]],
  ["source", [["src", "resource"]]],
  ["track", [["src", "resource"]]],
  ["use", [["href", "resource"]]],
  [
    "video",
    [
      ["src", "resource"],
      ["poster", "resource"],
    ],
  ],
]);

/** The attributes with several image candidates, each with its width or density. */
const SRCSET_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["img", "srcset"],
  ["source", "srcset"],
  ["link", "imagesrcset"],
]);

/** Link types that are only followed on request; all others are loaded with the page. */
const HYPERLINK_RELS: ReadonlySet<string> = new Set(["alternate", "author", "help", "license", "next", "prev", "search"]);

/** Properties of Open Graph and the like that have a URL. */
const URL_PROPERTY = /^(?:og|twitter|article):(?:[a-z:_]+:)?(?:url|image|secure_url|audio|video|author)$/;
const REFRESH = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?(.*?)["']?\s*$/i;

/** Appends the links of an element to `links`. */
export function collectLinks(name: string, attributes: Attributes, links: Link[]): void {
  for (const [attribute, use] of URL_ATTRIBUTES.get(name) ?? []) add(name, attribute, attributes[attribute], use, links);
  const srcsetName = SRCSET_ATTRIBUTES.get(name);
  const srcset = srcsetName === undefined ? undefined : attributes[srcsetName];
  if (srcsetName !== undefined && srcset !== undefined) {
    for (const candidate of srcset.split(/,\s+/)) {
      add(name, srcsetName, candidate.trim().split(/\s/, 1)[0], "resource", links);
    }
  }
  if (name === "link") add(name, "href", attributes.href, useOfRel(attributes.rel ?? ""), links);
  if (name === "meta") collectFromMeta(attributes, links);
}

function useOfRel(rel: string): LinkUse {
  if (rel === "canonical") return "absolute";
  return HYPERLINK_RELS.has(rel.split(" ", 1)[0] ?? "") ? "hyperlink" : "resource";
}

function collectFromMeta({ property, name, content, "http-equiv": header }: Attributes, links: Link[]): void {
  const isUrl = content !== undefined && URL_PROPERTY.test(property ?? name ?? "");
  // An author may also be a name.
  if (isUrl && (property !== "article:author" || content.includes("/"))) add("meta", "content", content, "absolute", links);
  if (header?.toLowerCase() === "refresh") add("meta", "content", refreshUrl(content ?? ""), "hyperlink", links);
}

/** The target of a meta refresh; undefined if the page only reloads. */
function refreshUrl(content: string): string | undefined {
  return REFRESH.exec(content)?.[1];
}

function add(element: string, attribute: string, url: string | undefined, use: LinkUse, links: Link[]): void {
  if (url !== undefined) links.push({ element, attribute, url, use });
}
