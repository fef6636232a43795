import type { GlobalData } from "../../_includes/page-context.ts";
import { type SitemapFile, sitemapFiles } from "../syndication/sitemaps/sitemap-files.ts";

interface FileData extends GlobalData {
  readonly file: SitemapFile;
}

export const data = {
  files: [],
  pagination: {
    data: "files",
    size: 1,
    alias: "file",
    before: (_: unknown, global: GlobalData) =>
      global.site.address === undefined ? [] : sitemapFiles(global, global.site.address),
  },
  permalink: ({ file }: FileData) => file.path,
  eleventyExcludeFromCollections: true,
};

export default function SitemapOfSome({ file }: FileData): string {
  return file.xml;
}
