import type { Attributes } from "./read-tags.ts";

/** What an address in a page is for, which decides how it must be written. */
export type AddressUse =
  /** A reader may follow it. */
  | "leads"
  /** The browser fetches it without being asked. */
  | "loads"
  /** Other machines read it: it is the whole address. */
  | "names";

/** An address as it is written in a page. */
export interface WrittenAddress {
  /** Such as `<a href="../">`, as far as it matters. */
  readonly element: string;
  readonly attribute: string;
  readonly written: string;
  readonly use: AddressUse;
}

/** Which attributes of which elements hold an address (HTML, attributes of the type URL). */
const ADDRESSES: ReadonlyMap<string, readonly (readonly [attribute: string, use: AddressUse])[]> = new Map([
  ["a", [["href", "leads"]]],
  ["area", [["href", "leads"]]],
  ["audio", [["src", "loads"]]],
  ["button", [["formaction", "leads"]]],
  ["embed", [["src", "loads"]]],
  ["form", [["action", "leads"]]],
  ["iframe", [["src", "loads"]]],
  ["image", [["href", "loads"]]],
  ["img", [["src", "loads"]]],
  [
    "input",
    [
      ["src", "loads"],
      ["formaction", "leads"],
    ],
  ],
  ["object", [["data", "loads"]]],
  ["script", [["src", "loads"]]],
  ["source", [["src", "loads"]]],
  ["track", [["src", "loads"]]],
  ["use", [["href", "loads"]]],
  [
    "video",
    [
      ["src", "loads"],
      ["poster", "loads"],
    ],
  ],
]);

/** Attributes that hold several pictures, each with its width or density. */
const CANDIDATES: ReadonlyMap<string, string> = new Map([
  ["img", "srcset"],
  ["source", "srcset"],
  ["link", "imagesrcset"],
]);

/** Links that a reader's program follows when asked; all others are fetched at once. */
const FOLLOWED_LINKS: ReadonlySet<string> = new Set(["alternate", "author", "help", "license", "next", "prev", "search"]);

/** Properties of Open Graph and its like that hold an address. */
const NAMING_PROPERTY = /^(?:og|twitter|article):(?:[a-z:_]+:)?(?:url|image|secure_url|audio|video|author)$/;
const REFRESH = /^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?(.*?)["']?\s*$/i;

/** Adds the addresses that an element holds. */
export function collectAddresses(name: string, attributes: Attributes, into: WrittenAddress[]): void {
  for (const [attribute, use] of ADDRESSES.get(name) ?? []) add(name, attribute, attributes[attribute], use, into);
  const several = CANDIDATES.get(name);
  const candidates = several === undefined ? undefined : attributes[several];
  if (several !== undefined && candidates !== undefined) {
    for (const candidate of candidates.split(/,\s+/)) add(name, several, candidate.trim().split(/\s/, 1)[0], "loads", into);
  }
  if (name === "link") add(name, "href", attributes.href, useOfLink(attributes.rel ?? ""), into);
  if (name === "meta") collectFromMeta(attributes, into);
}

function useOfLink(rel: string): AddressUse {
  if (rel === "canonical") return "names";
  return FOLLOWED_LINKS.has(rel.split(" ", 1)[0] ?? "") ? "leads" : "loads";
}

function collectFromMeta({ property, name, content, "http-equiv": header }: Attributes, into: WrittenAddress[]): void {
  const isNaming = content !== undefined && NAMING_PROPERTY.test(property ?? name ?? "");
  // An author may be a name there.
  if (isNaming && (property !== "article:author" || content.includes("/"))) add("meta", "content", content, "names", into);
  if (header?.toLowerCase() === "refresh") add("meta", "content", refreshAddress(content ?? ""), "leads", into);
}

/** Where a page forwards to; undefined where it only reloads. */
function refreshAddress(content: string): string | undefined {
  return REFRESH.exec(content)?.[1];
}

function add(name: string, attribute: string, written: string | undefined, use: AddressUse, into: WrittenAddress[]): void {
  if (written !== undefined) into.push({ element: name, attribute, written, use });
}
