import { decodeEntities } from "../../../lib/html-entities.ts";
import { collectLinks, type Link } from "./page-links.ts";
import { type Attributes, readTags } from "./read-tags.ts";

/** An image without a required attribute. */
interface IncompleteImage {
  readonly src: string;
  readonly lacks: "alt" | "width and height";
}

/** What the checks need to know of a page. */
export interface ScannedPage {
  readonly language: string | undefined;
  /** Undefined if there is none. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether it is hidden from search engines (`noindex`). */
  readonly isHidden: boolean;
  /** Whether it only forwards to where its content has moved (`http-equiv="refresh"`). */
  readonly isRedirect: boolean;
  /** The number of `h1` elements. */
  readonly headings: number;
  readonly ids: ReadonlySet<string>;
  readonly duplicateIds: readonly { readonly element: string; readonly id: string }[];
  readonly links: readonly Link[];
  readonly incompleteImages: readonly IncompleteImage[];
  /** The text of its JSON-LD blocks. */
  readonly data: readonly string[];
}

const LENGTH_PX = /^[1-9]\d*$/;
const JSON_LD = "application/ld+json";

/** Reads a page in one pass. */
export function scanPage(html: string): ScannedPage {
  const ids = new Set<string>();
  const duplicateIds: { element: string; id: string }[] = [];
  const links: Link[] = [];
  const incompleteImages: IncompleteImage[] = [];
  const data: string[] = [];
  let language: string | undefined;
  let title: string | undefined;
  let description: string | undefined;
  let [isHidden, isRedirect, headings] = [false, false, 0];
  let isInHead = true;

  readTags(html, (name, attributes, text) => {
    const { id } = attributes;
    if (id !== undefined) {
      if (ids.has(id)) duplicateIds.push({ element: name, id });
      ids.add(id);
    }
    collectLinks(name, attributes, links);
    if (name === "html") language = attributes.lang;
    else if (name === "body") isInHead = false;
    else if (name === "title" && isInHead) title ??= decodeEntities(text);
    else if (name === "h1") headings += 1;
    else if (name === "img") incompleteImages.push(...checkImage(attributes));
    else if (name === "script" && attributes.type === JSON_LD) data.push(text);
    else if (name === "meta") {
      if (attributes.name === "description") description = attributes.content;
      if (attributes.name === "robots") isHidden ||= attributes.content?.includes("noindex") ?? false;
      isRedirect ||= attributes["http-equiv"]?.toLowerCase() === "refresh";
    }
  });
  return { language, title, description, isHidden, isRedirect, headings, ids, duplicateIds, links, incompleteImages, data };
}

function checkImage({ src = "", alt, width = "", height = "" }: Attributes): readonly IncompleteImage[] {
  const hasSize = LENGTH_PX.test(width) && LENGTH_PX.test(height);
  return [
    ...(alt === undefined ? [{ src, lacks: "alt" } as const] : []),
    ...(hasSize ? [] : [{ src, lacks: "width and height" } as const]),
  ];
}
