import { instant } from "../../src/model/dates.ts";
import { FEED_FORMATS, type FeedFormat, feedPath } from "../../src/model/urls.ts";
import type { Feed, FeedItem, FeedPublisher } from "../../src/syndication/feeds/feed.ts";
import { feedFile } from "../../src/syndication/feeds/feed-file.ts";
import { CALENDAR } from "./sample-story.ts";

export const ADDRESS = "https://example.org/news/";

export const PUBLISHER: FeedPublisher = {
  site: { name: "The <Paper> & Co", language: "en-GB", webSubHub: undefined },
  address: ADDRESS,
  assets: {
    feedStylesheet: "/assets/feed-1.css",
    feedIcons: { small: "/assets/icon-144-1.png", large: "/assets/icon-512-1.png" },
  },
};

/** An item of 7 January 2026; the test overrides fields. */
export function sampleItem(about: Partial<FeedItem> = {}): FeedItem {
  const url = about.url ?? `${ADDRESS}2026/01/07/paris-talks/`;
  return {
    id: url,
    url,
    title: "Talks open a channel",
    summary: "Two delegations met.",
    contentHtml: `<p>Text with <a href="${ADDRESS}about/">a link</a>.</p>`,
    published: instant("2026-01-07T09:30:00-05:00", CALENDAR),
    updated: instant("2026-01-08T10:00:00-05:00", CALENDAR),
    authors: [
      { name: "The A desk", url: `${ADDRESS}authors/a-desk/` },
      { name: "The B desk", url: `${ADDRESS}authors/b-desk/` },
    ],
    categories: [
      { scheme: ADDRESS, term: "politics", label: "Politics" },
      { scheme: `${ADDRESS}topics/`, term: "energy", label: "Oil & gas" },
    ],
    picture: {
      url: `${ADDRESS}pictures/strait-1.png`,
      type: "image/png",
      widthPx: 1200,
      heightPx: 675,
      alt: "A strait",
      credit: "Own work",
    },
    ...about,
  };
}

/** The feed of a topic with these items. */
export function sampleFeed(items: readonly FeedItem[], about: Partial<Feed> = {}): Feed {
  return {
    title: "The <Paper> & Co: Energy",
    description: "Oil & gas.",
    page: "/topics/energy/",
    id: "/topics/energy/",
    folder: "/topics/energy/",
    updated: items[0]?.updated,
    items,
    ...about,
  };
}

export const FORMATS = Object.fromEntries(FEED_FORMATS.map((format) => [format.id, format])) as Readonly<
  Record<FeedFormat["id"], FeedFormat>
>;

/** The file of a feed in one format, with its address. */
export function sampleFeedFile(feed: Feed, id: FeedFormat["id"], publisher = PUBLISHER) {
  const format = FORMATS[id];
  return { text: feedFile(feed, format, publisher), url: `${publisher.address}${feedPath(feed.folder, format).slice(1)}` };
}
