import type { SitePath } from "../../../model/urls.ts";

/** What paths within the site are written with; a query and a fragment come after. */
const PATH = /[\w\-./%~+@]*/y;

/**
 * Where a text leads within the site by the site's whole address: feeds, sitemaps, structured data. A fragment tells
 * things apart there, and names no element.
 */
export function ownAddresses(text: string, own: string): readonly SitePath[] {
  const found: SitePath[] = [];
  for (let at = text.indexOf(own); at !== -1; at = text.indexOf(own, at + own.length)) {
    PATH.lastIndex = at + own.length;
    const path = PATH.exec(text)?.[0] ?? "";
    // In a sentence, the full stop is the sentence's.
    found.push(`/${path.replace(/\.+$/, "")}`);
  }
  return found;
}
