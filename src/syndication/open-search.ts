import type { Site } from "../model/site.ts";
import { hrefAbsolute, OPEN_SEARCH, SEARCH, type SitePath } from "../model/urls.ts";
import { xml } from "./xml.ts";

/** What OpenSearch 1.1 allows of its texts, counted here in UTF-16 units, which are never fewer than characters. */
const LONGEST_NAME = 16;
const LONGEST_DESCRIPTION = 1024;

/**
 * What a browser needs to offer the publication's search among its own (OpenSearch 1.1).
 *
 * @param address the publication's own, ending in a slash
 * @param icon an SVG
 */
export function openSearch({ name, description, language }: Site, address: string, icon: SitePath): string {
  const href = hrefAbsolute(address);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${cutText(name, LONGEST_NAME)}</ShortName>
<Description>${cutText(description, LONGEST_DESCRIPTION)}</Description>
<Url type="text/html" template="${href(SEARCH)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${href(OPEN_SEARCH)}"/>
<Image type="image/svg+xml">${href(icon)}</Image>
<Language>${language}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`.text;
}

/** The text where it fits into so many UTF-16 units; else as many of its words as do, or the beginning of its first. */
function cutText(text: string, longest: number): string {
  const written = text.trim().replace(/\s+/g, " ");
  if (written.length <= longest) return written;
  const words = fitting(written.split(/(?= )/), longest).replace(/[\s\p{P}]+$/u, "");
  return words === "" ? fitting([...written], longest) : words;
}

/** As many parts as fit, the first ones. */
function fitting(parts: readonly string[], longest: number): string {
  let text = "";
  for (const part of parts) {
    if (text.length + part.length > longest) break;
    text += part;
  }
  return text;
}
