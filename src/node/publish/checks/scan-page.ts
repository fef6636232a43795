import { type Attributes, decodeEntities, readTags } from "./read-tags.ts";
import { collectAddresses, type WrittenAddress } from "./written-address.ts";

/** A picture without a part that it needs. */
interface FaultyPicture {
  readonly src: string;
  readonly lacks: "alt" | "width and height";
}

/** What the checks need to know of a page. */
export interface ScannedPage {
  readonly language: string | undefined;
  /** Undefined where there is none. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether search engines are told to leave it out. */
  readonly isHidden: boolean;
  /** Whether it only leads to where its content has moved. */
  readonly forwards: boolean;
  readonly headings: number;
  readonly ids: ReadonlySet<string>;
  /** Elements whose id another element before them has. */
  readonly repeatedIds: readonly { readonly element: string; readonly id: string }[];
  readonly addresses: readonly WrittenAddress[];
  readonly faultyPictures: readonly FaultyPicture[];
  /** The data blocks of the page, such as JSON-LD. */
  readonly data: readonly string[];
}

const LENGTH_PX = /^[1-9]\d*$/;
const JSON_LD = "application/ld+json";

/** Reads a page once, from its first character to its last. Nothing is kept of what is not asked for. */
export function scanPage(html: string): ScannedPage {
  const ids = new Set<string>();
  const repeatedIds: { element: string; id: string }[] = [];
  const addresses: WrittenAddress[] = [];
  const faultyPictures: FaultyPicture[] = [];
  const data: string[] = [];
  let language: string | undefined;
  let title: string | undefined;
  let description: string | undefined;
  let [isHidden, forwards, headings] = [false, false, 0];
  let isInHead = true;

  readTags(html, (name, attributes, text) => {
    const { id } = attributes;
    if (id !== undefined) {
      if (ids.has(id)) repeatedIds.push({ element: name, id });
      ids.add(id);
    }
    collectAddresses(name, attributes, addresses);
    if (name === "html") language = attributes.lang;
    else if (name === "body") isInHead = false;
    else if (name === "title" && isInHead) title ??= decodeEntities(text);
    else if (name === "h1") headings += 1;
    else if (name === "img") faultyPictures.push(...lacking(attributes));
    else if (name === "script" && attributes.type === JSON_LD) data.push(text);
    else if (name === "meta") {
      if (attributes.name === "description") description = attributes.content;
      if (attributes.name === "robots") isHidden ||= attributes.content?.includes("noindex") ?? false;
      forwards ||= attributes["http-equiv"]?.toLowerCase() === "refresh";
    }
  });
  return { language, title, description, isHidden, forwards, headings, ids, repeatedIds, addresses, faultyPictures, data };
}

function lacking({ src = "", alt, width = "", height = "" }: Attributes): readonly FaultyPicture[] {
  const hasSize = LENGTH_PX.test(width) && LENGTH_PX.test(height);
  return [
    ...(alt === undefined ? [{ src, lacks: "alt" } as const] : []),
    ...(hasSize ? [] : [{ src, lacks: "width and height" } as const]),
  ];
}
