import type { DateTime } from "luxon";

/** Where a page or file stands in the publication, from its root: `/`, `/politics/`, `/2026/01/07/paris-talks-channel/`. */
export type SitePath = `/${string}`;

/** Turns a place in the publication into a link that holds wherever the publication is hosted. */
export type Href = (to: SitePath) => string;

/** A calendar month, 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** What a section, topic, author or story is called in an address: lower-case letters and digits, joined by hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const FRONT: SitePath = "/";
export const SEARCH: SitePath = "/search/";
export const NEWSLETTER: SitePath = "/newsletter/";
export const TOPICS: SitePath = "/topics/";
export const AUTHORS: SitePath = "/authors/";
export const PICTURE_CREDITS: SitePath = "/picture-credits/";
/** The section whose page holds the board, and below which each series has its page. */
export const MARKET_DATA: SitePath = "/market-data/";
/** What is free to download, and the page that tells of it. */
export const OPEN_DATA: SitePath = "/data/";
export const DATA_PACKAGE: SitePath = "/data/datapackage.json";
export const CORRECTIONS: SitePath = "/corrections/";
/** The page that lists every feed. */
export const FEEDS: SitePath = "/feeds/";
export const OPEN_SEARCH: SitePath = "/opensearch.xml";
export const SITEMAP: SitePath = "/sitemap.xml";
/** The folder of the sitemaps that the one at `SITEMAP` names. */
const SITEMAPS: SitePath = "/sitemaps/";
export const NEWS_SITEMAP: SitePath = "/news-sitemap.xml";
export const ROBOTS: SitePath = "/robots.txt";
export const LLMS: SitePath = "/llms.txt";
/** RFC 9116. */
export const SECURITY_TXT: SitePath = "/.well-known/security.txt";
/** The SHA-256 of every file of an edition. */
export const EDITION_MANIFEST: SitePath = "/edition.json";

/** The page that tells what can be read without a connection. */
export const OFFLINE: SitePath = "/offline/";
/** What of an edition can be taken along, and which stories and pictures are in which part of it. */
export const EDITION_PARTS: SitePath = "/offline/parts.json";
export const EDITION_STORIES: SitePath = "/offline/stories.json";
/** Answers for the publication in the reader's browser: it has to lie at the root of all that it answers for. */
export const OFFLINE_WORKER: SitePath = "/offline-worker.js";
/** What a device needs to have the publication among its apps. */
export const APP_MANIFEST: SitePath = "/app.webmanifest";

/** Where feeds for partners stand, each below its name. */
const PARTNER_FEEDS: SitePath = "/partners/";

/** Folders at the root that hold what pages load. */
export const ASSETS: SitePath = "/assets/";
export const PICTURES: SitePath = "/pictures/";
export const SEARCH_INDEX: SitePath = "/pagefind/";

const RESERVED: ReadonlySet<string> = new Set([
  SEARCH,
  NEWSLETTER,
  TOPICS,
  AUTHORS,
  PICTURE_CREDITS,
  OPEN_DATA,
  CORRECTIONS,
  FEEDS,
  OFFLINE,
  PARTNER_FEEDS,
  SITEMAPS,
  ASSETS,
  PICTURES,
  SEARCH_INDEX,
]);

/** Whether the site itself needs the address `/name/`, so that no section and no page may have it. Years hold the stories. */
export function isReserved(name: string): boolean {
  return RESERVED.has(`/${name}/`) || /^\d{4}$/.test(name);
}

/**
 * Binds links to the page that carries them: each climbs to the publication's root and descends from there,
 * so that it depends on how deep the page lies and on nothing else.
 */
export function hrefFrom(page: SitePath): Href {
  const depth = page.split("/").length - 2;
  const root = depth === 0 ? "./" : "../".repeat(depth);
  return (to) => (to === FRONT ? root : `${depth === 0 ? "" : root}${to.slice(1)}`);
}

/** Links that begin with the publication's own address (it ends in a slash), for feeds and metadata. */
export function hrefAbsolute(address: string): Href {
  return (to) => `${address}${to.slice(1)}`;
}

/** The address of a story: its date of publication in the publication's time zone, and its slug. */
export function articlePath(published: DateTime, slug: string): SitePath {
  return `${monthPath(FRONT, published)}${String(published.day).padStart(2, "0")}/${slug}/`;
}

export function sectionPath(id: string): SitePath {
  return `/${id}/`;
}

export function seriesPath(id: string): SitePath {
  return `${MARKET_DATA}${id}/`;
}

/** A file with the figures of a series. */
export function seriesDataPath(id: string, format: "csv" | "json"): SitePath {
  return `${OPEN_DATA}${id}.${format}`;
}

/** The formats that every feed comes in, and what its file is called in the folder of its listing. */
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

/** The folder of the feed that a partner fetches. */
export function partnerFeedPath(id: string): SitePath {
  return `${PARTNER_FEEDS}${id}/`;
}

/** A sitemap of some of the pages; where one file cannot hold them, the first of several, counted from 1. */
export function sitemapPath(name: string, number: number): SitePath {
  return `${SITEMAPS}${name}${number === 1 ? "" : `-${number}`}.xml`;
}

/** The first sitemap of the newest stories, or one of those after it, counted from 1. */
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
