import type { GlobalData } from "../../_includes/page-context.ts";
import { APP_MANIFEST, DATA_PACKAGE, LLMS, OPEN_SEARCH, ROBOTS, SECURITY_TXT, SITEMAP, type SitePath } from "../model/urls.ts";
import { appManifest } from "../syndication/app-manifest.ts";
import { llmsTxt } from "../syndication/llms-txt.ts";
import { dataPackage } from "../syndication/open-data/data-package.ts";
import { openSearch } from "../syndication/open-search.ts";
import { robotsTxt } from "../syndication/robots.ts";
import { securityTxt } from "../syndication/security-txt.ts";
import { newsSitemaps } from "../syndication/sitemaps/news-sitemap.ts";
import { sitemapFiles, sitemapIndex } from "../syndication/sitemaps/sitemap-files.ts";

interface MachineFile {
  readonly path: SitePath;
  readonly text: string;
}

interface FileData extends GlobalData {
  readonly file: MachineFile;
}

export const data = {
  files: [],
  pagination: { data: "files", size: 1, alias: "file", before: (_: unknown, global: GlobalData) => machineFiles(global) },
  permalink: ({ file }: FileData) => file.path,
  eleventyExcludeFromCollections: true,
};

export default function MachineFilePage({ file }: FileData): string {
  return file.text;
}

/** Files for browsers, crawlers and other programs. Those with absolute addresses are left out where the site has none. */
function machineFiles(global: GlobalData): readonly MachineFile[] {
  const { site, assets, markets, catalog, edition } = global;
  const { address } = site;
  const news = address === undefined ? [] : newsSitemaps(catalog.articles, site, address, edition.clock);
  return [
    { path: ROBOTS, text: robotsTxt(site, [SITEMAP, ...news.map(({ path }) => path)]) },
    { path: APP_MANIFEST, text: appManifest(site, assets) },
    ...(markets.series.length > 0 ? [{ path: DATA_PACKAGE, text: dataPackage(markets.series, site) }] : []),
    ...news.map(({ path, xml }) => ({ path, text: xml })),
    ...(address === undefined ? [] : absoluteFiles(global, address)),
  ];
}

function absoluteFiles(global: GlobalData, address: string): readonly MachineFile[] {
  const { site, assets, markets, staticPages } = global;
  const sitemaps = sitemapFiles(global, address);
  return [
    { path: LLMS, text: llmsTxt({ site, series: markets.series, staticPages }, address) },
    { path: OPEN_SEARCH, text: openSearch(site, address, assets.icon) },
    ...(site.security ? [{ path: SECURITY_TXT, text: securityTxt(site.security, site, address) }] : []),
    { path: SITEMAP, text: sitemapIndex(sitemaps, address) },
    ...sitemaps.map(({ path, xml }) => ({ path, text: xml })),
  ];
}
