import type { GlobalData } from "../../_includes/page-context.ts";
import { type NewsSitemap, newsSitemaps } from "../syndication/sitemaps/news-sitemap.ts";

interface FileData extends GlobalData {
  readonly file: NewsSitemap;
}

export const data = {
  files: [],
  pagination: {
    data: "files",
    size: 1,
    alias: "file",
    before: (_: unknown, { site, catalog, edition }: GlobalData) =>
      site.address === undefined ? [] : newsSitemaps(catalog.articles, site, site.address, edition.clock),
  },
  permalink: ({ file }: FileData) => file.path,
  eleventyExcludeFromCollections: true,
};

export default function NewestStories({ file }: FileData): string {
  return file.xml;
}
