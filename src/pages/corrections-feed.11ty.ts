import type { GlobalData } from "../../_includes/page-context.ts";
import { CORRECTIONS, FEED_FORMATS, type FeedFormat, feedPath, hrefAbsolute } from "../model/urls.ts";
import { correctionsFeed } from "../syndication/feeds/corrections-feed.ts";
import { feedFile } from "../syndication/feeds/feed-file.ts";

interface FileData extends GlobalData {
  readonly format: FeedFormat;
}

export const data = {
  formats: FEED_FORMATS,
  pagination: { data: "formats", size: 1, alias: "format" },
  permalink: ({ site, format }: FileData) => (site.address === undefined ? false : feedPath(CORRECTIONS, format)),
  eleventyExcludeFromCollections: true,
};

export default function CorrectionsFeed({ site, assets, catalog, format }: FileData): string {
  const { address } = site;
  if (address === undefined) return "";
  return feedFile(correctionsFeed(catalog, site, hrefAbsolute(address)), format, { site, address, assets });
}
