import type { GlobalData } from "../../_includes/page-context.ts";
import { DATA_PACKAGE } from "../model/urls.ts";
import { dataPackage } from "../syndication/open-data/data-package.ts";

export const data = {
  permalink: ({ markets }: GlobalData) => (markets.series.length === 0 ? false : DATA_PACKAGE),
  eleventyExcludeFromCollections: true,
};

export default function DataPackage({ markets, site }: GlobalData): string {
  return markets.series.length === 0 ? "" : dataPackage(markets.series, site);
}
