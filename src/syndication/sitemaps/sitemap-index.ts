import { hrefAbsolute } from "../../model/urls.ts";
import { xml } from "../xml.ts";
import { lastmod, type SitemapFile } from "./sitemap-files.ts";

/**
 * The file that names all others: a sitemap index (https://www.sitemaps.org/protocol.html#index). Of each it tells when a
 * page of it last changed, which is when the file did.
 *
 * @param address the publication's own, ending in a slash
 */
export function sitemapIndex(files: readonly SitemapFile[], address: string): string {
  const href = hrefAbsolute(address);
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map(({ path, changed }) => xml`<sitemap><loc>${href(path)}</loc>${lastmod(changed)}</sitemap>\n`)}</sitemapindex>
`.text;
}
