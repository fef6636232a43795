import { SEARCH } from "../model/fixed-pages.ts";
import type { Site } from "../model/site.ts";
import { hrefAbsolute, OPEN_SEARCH, type SitePath } from "../model/urls.ts";
import { xml } from "./xml.ts";

/** Limits of OpenSearch 1.1 in characters. Counted in UTF-16 code units, of which a text never has fewer. */
const MAX_NAME_LENGTH = 16;
const MAX_DESCRIPTION_LENGTH = 1024;

/**
 * The OpenSearch 1.1 description, with which browsers offer the publication's search as a search engine.
 *
 * @param address the publication's own, ending in a slash
 * @param icon an SVG
 */
export function openSearch({ name, description, language }: Site, address: string, icon: SitePath): string {
  const href = hrefAbsolute(address);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${truncate(name, MAX_NAME_LENGTH)}</ShortName>
<Description>${truncate(description, MAX_DESCRIPTION_LENGTH)}</Description>
<Url type="text/html" template="${href(SEARCH)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${href(OPEN_SEARCH)}"/>
<Image type="image/svg+xml">${href(icon)}</Image>
<Language>${language}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
`.text;
}

/** Truncates a text to a number of UTF-16 code units, after a word if possible. */
function truncate(text: string, maxLength: number): string {
  const normalised = text.trim().replace(/\s+/g, " ");
  if (normalised.length <= maxLength) return normalised;
  const words = joinWhileFits(normalised.split(/(?= )/), maxLength).replace(/[\s\p{P}]+$/u, "");
  return words === "" ? joinWhileFits([...normalised], maxLength) : words;
}

function joinWhileFits(parts: readonly string[], maxLength: number): string {
  let text = "";
  for (const part of parts) {
    if (text.length + part.length > maxLength) break;
    text += part;
  }
  return text;
}
