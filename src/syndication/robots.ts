import { HOME } from "../model/fixed-pages.ts";
import type { Site } from "../model/site.ts";
import { hrefAbsolute, ROBOTS, type SitePath } from "../model/urls.ts";
import { CRAWLER_PURPOSES, type CrawlerPurpose, crawlersFor } from "./crawlers.ts";

const COMMENTS: Readonly<Record<CrawlerPurpose, string>> = {
  training: "Text is not to be gathered here to train language models.",
  answers: "Text is not to be gathered here to answer questions with language models.",
};

/**
 * `robots.txt` (RFC 9309): allows everything, except crawlers for purposes that the publisher refuses. Crawlers read it at
 * the root of a host only, so for a site in a folder it begins with a note on where it belongs.
 *
 * @param sitemaps listed if the site has an address
 */
export function robotsTxt({ crawlers, address }: Pick<Site, "crawlers" | "address">, sitemaps: readonly SitePath[]): string {
  const root = address === undefined ? HOME : new URL(address).pathname;
  const refused = CRAWLER_PURPOSES.filter((purpose) => crawlers[purpose] === "disallow");
  const groups = [
    ...(address !== undefined && root !== HOME ? [locationNote(address)] : []),
    ...refused.map((purpose) => [`# ${COMMENTS[purpose]}`, ...agents(crawlersFor(purpose)), `Disallow: ${root}`]),
    [...agents(["*"]), `Allow: ${root}`],
    ...(address === undefined ? [] : [sitemaps.map((path) => `Sitemap: ${hrefAbsolute(address)(path)}`)]),
  ];
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function agents(names: readonly string[]): readonly string[] {
  return names.map((name) => `User-agent: ${name}`);
}

function locationNote(address: string): readonly string[] {
  return [`# Crawlers read this at ${new URL(ROBOTS, address).href} only: it belongs into the file there.`];
}
