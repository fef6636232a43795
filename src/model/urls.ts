import type { DateTime } from "luxon";
import { AUTHORS, fixedPages, HOME, OPEN_DATA, TOPICS } from "./fixed-pages.ts";

/** The path of a page or file from the publication's root: `/`, `/politics/`, `/2026/01/07/paris-talks-channel/`. */
export type SitePath = `/${string}`;

/** Turns a path into a link that holds wherever the publication is hosted. */
export type Href = (to: SitePath) => string;

/** A calendar month, 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/**
 * What a section, topic, author or story is called in an address: lower-case letters and digits, joined by hyphens. File
 * systems allow names of 255 bytes, and the names of derived files are longer.
 */
export const SLUG = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** `SLUG` in words. */
export const SLUG_RULE = "up to 100 lower-case letters, digits and hyphens";

/** The section with the market board; each series has its page below it. */
export const MARKET_DATA: SitePath = "/market-data/";
export const DATA_PACKAGE: SitePath = "/data/datapackage.json";
export const OPEN_SEARCH: SitePath = "/opensearch.xml";
/** The sitemap index. */
export const SITEMAP: SitePath = "/sitemap.xml";
/** The folder of the sitemaps that the index lists. */
const SITEMAPS: SitePath = "/sitemaps/";
export const NEWS_SITEMAP: SitePath = "/news-sitemap.xml";
export const ROBOTS: SitePath = "/robots.txt";
export const LLMS: SitePath = "/llms.txt";
/** RFC 9116. */
export const SECURITY_TXT: SitePath = "/.well-known/security.txt";
/** The licences of the programs and fonts in the publication. */
export const LICENCES: SitePath = "/licences.txt";
/** The SHA-256 of every file of an edition. */
export const EDITION_MANIFEST: SitePath = "/edition.json";

/** The scopes of an edition that can be downloaded, and which stories and pictures belong to which. */
export const EDITION_SCOPES: SitePath = "/offline/parts.json";
export const EDITION_STORIES: SitePath = "/offline/stories.json";
/** The service worker. It must be at the root of everything that it controls. */
export const OFFLINE_WORKER: SitePath = "/offline-worker.js";
/** The web app manifest. */
export const APP_MANIFEST: SitePath = "/app.webmanifest";

/** The folder of the feeds for partners. */
const PARTNER_FEEDS: SitePath = "/partners/";

/** Folders at the root that hold what pages load. */
export const ASSETS: SitePath = "/assets/";
export const PICTURES: SitePath = "/pictures/";
export const SEARCH_INDEX: SitePath = "/pagefind/";

/** Whether the site itself needs the address `/name/`, so that no section and no static page may have it. Years hold the stories. */
export function isReserved(name: string): boolean {
  const path: SitePath = `/${name}/`;
  const folders = [PARTNER_FEEDS, SITEMAPS, ASSETS, PICTURES, SEARCH_INDEX];
  return folders.includes(path) || fixedPages(true).some((page) => page.path === path) || /^\d{4}$/.test(name);
}

/** The output file that a path is served from: `politics/index.html` for `/politics/`, `feed.xml` for `/feed.xml`. */
export function outputFile(path: SitePath): string {
  return `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
}

/** The path that an output file is served at: `/politics/` for `politics/index.html`. The inverse of `outputFile`. */
export function servedPath(file: string): SitePath {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/**
 * Relative links for one page: each climbs to the publication's root and descends from there, so that it depends on the
 * depth of the page only.
 */
export function hrefFrom(page: SitePath): Href {
  const depth = page.split("/").length - 2;
  const root = depth === 0 ? "./" : "../".repeat(depth);
  return (to) => (to === HOME ? root : `${depth === 0 ? "" : root}${to.slice(1)}`);
}

/** Absolute links, for feeds and metadata. The publication's address ends in a slash. */
export function hrefAbsolute(address: string): Href {
  return (to) => `${address}${to.slice(1)}`;
}

/** The address of a story: its date of publication in the publication's time zone, and its slug. */
export function articlePath(published: DateTime, slug: string): SitePath {
  return `${monthPath(HOME, published)}${String(published.day).padStart(2, "0")}/${slug}/`;
}

export function sectionPath(id: string): SitePath {
  return `/${id}/`;
}

export function seriesPath(id: string): SitePath {
  return `${MARKET_DATA}${id}/`;
}

/** A data file of a series. */
export function seriesDataPath(id: string, format: "csv" | "json"): SitePath {
  return `${OPEN_DATA}${id}.${format}`;
}

/** The formats of every feed, and the name of its file in the folder of its listing. */
export const FEED_FORMATS = [
  { id: "atom", name: "Atom", file: "feed.xml", type: "application/atom+xml" },
  { id: "rss", name: "RSS", file: "rss.xml", type: "application/rss+xml" },
  { id: "json", name: "JSON Feed", file: "feed.json", type: "application/feed+json" },
] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The feed of a listing: `/politics/` gives `/politics/feed.xml`. */
export function feedPath(listing: SitePath, { file }: FeedFormat): SitePath {
  return `${listing}${file}`;
}

/** The folder of a partner's feed. */
export function partnerFeedPath(id: string): SitePath {
  return `${PARTNER_FEEDS}${id}/`;
}

/** A sitemap of some of the pages. Where one file cannot hold them there are several, counted from 1. */
export function sitemapPath(name: string, number: number): SitePath {
  return `${SITEMAPS}${name}${number === 1 ? "" : `-${number}`}.xml`;
}

/** A news sitemap; there may be several, counted from 1. */
export function newsSitemapPath(number: number): SitePath {
  return number === 1 ? NEWS_SITEMAP : `/news-sitemap-${number}.xml`;
}

export function topicPath(id: string): SitePath {
  return `${TOPICS}${id}/`;
}

export function authorPath(id: string): SitePath {
  return `${AUTHORS}${id}/`;
}

/** The archive of one calendar month below a listing: `/politics/` gives `/politics/2026/01/`. */
export function monthPath(listing: SitePath, { year, month }: Month): SitePath {
  return `${listing}${String(year).padStart(4, "0")}/${String(month).padStart(2, "0")}/`;
}
