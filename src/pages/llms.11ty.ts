import type { GlobalData } from "../../_includes/page-context.ts";
import { LLMS } from "../model/urls.ts";
import { llmsTxt } from "../syndication/llms-txt.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : LLMS),
  eleventyExcludeFromCollections: true,
};

export default function Llms({ site, markets, staticPages }: GlobalData): string {
  return site.address === undefined ? "" : llmsTxt({ site, series: markets.series, staticPages }, site.address);
}
