import type { Site } from "../model/site.ts";
import { FRONT, hrefAbsolute, ROBOTS, type SitePath } from "../model/urls.ts";
import { CRAWLER_PURPOSES, type CrawlerPurpose, crawlersFor } from "./crawlers.ts";

const PURPOSES: Readonly<Record<CrawlerPurpose, string>> = {
  training: "Text is not to be gathered here to train language models.",
  answers: "Text is not to be gathered here to answer questions with language models.",
};

/**
 * What programs may fetch, as RFC 9309 has it: everything, but for what the publisher does not want text to be gathered
 * for. Crawlers read this at the root of a host only, so that of a site in a folder it says where it belongs.
 *
 * @param sitemaps named where the site has an address
 */
export function robotsTxt({ crawlers, address }: Pick<Site, "crawlers" | "address">, sitemaps: readonly SitePath[]): string {
  const root = address === undefined ? FRONT : new URL(address).pathname;
  const refused = CRAWLER_PURPOSES.filter((purpose) => crawlers[purpose] === "disallow");
  const groups = [
    ...(address !== undefined && root !== FRONT ? [placeNotice(address)] : []),
    ...refused.map((purpose) => [`# ${PURPOSES[purpose]}`, ...agents(crawlersFor(purpose)), `Disallow: ${root}`]),
    [...agents(["*"]), `Allow: ${root}`],
    ...(address === undefined ? [] : [sitemaps.map((path) => `Sitemap: ${hrefAbsolute(address)(path)}`)]),
  ];
  return `${groups.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function agents(names: readonly string[]): readonly string[] {
  return names.map((name) => `User-agent: ${name}`);
}

function placeNotice(address: string): readonly string[] {
  return [`# Crawlers read this at ${new URL(ROBOTS, address).href} only: it belongs into the file there.`];
}
