import { readTree } from "./build-site.ts";

/** An element as it is written in a page, its attributes decoded. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A page of a built site. */
export interface SitePage {
  /** Its address from the root of the site, such as `/politics/` or `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly PageElement[];
}

/** Every page of a built site. */
export function readPages(siteFolder: string): readonly SitePage[] {
  return [...readTree(siteFolder)]
    .filter(([file]) => file.endsWith(".html"))
    .map(([file, bytes]) => {
      const html = bytes.toString();
      return { path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, html, elements: elementsOf(html) };
    });
}

/** Start tags as the build writes them: attribute values in double quotes, if any. */
const OPENING = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function elementsOf(html: string): readonly PageElement[] {
  return [...html.matchAll(OPENING)].map(([, name = "", attributes = ""]) => ({
    name,
    attributes: new Map([...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, decode(value)])),
  }));
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** The addresses that an element names, in the words of the page. */
export function addressesOf({ name, attributes }: PageElement): readonly string[] {
  const single = ["href", "src", "action", "poster", "data"].flatMap((key) => attributes.get(key) ?? []);
  const many = (attributes.get("srcset") ?? "").split(",").flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
  return name === "meta" ? [] : [...single, ...many];
}

/** Whether the browser fetches the address of the element by itself. */
export function isFetched({ name, attributes }: PageElement): boolean {
  if (name === "link") return /stylesheet|preload|icon|manifest|prefetch/.test(attributes.get("rel") ?? "");
  return ["script", "img", "source", "iframe", "video", "audio", "object", "embed", "track"].includes(name);
}
