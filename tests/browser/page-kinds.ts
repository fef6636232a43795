/** One page of every kind, by its address below the publication's root. */
export const PAGE_KINDS: Readonly<Record<string, string>> = {
  "the home page": "",
  "a section": "politics/",
  "the market board": "market-data/",
  "a market series": "market-data/brent/",
  "a market series with a gap": "market-data/us-cpi/",
  "a month of a section": "politics/2026/01/",
  "a month of the publication": "2026/01/",
  "a story with a picture": "2026/01/07/paris-talks-channel/",
  "a story without a picture": "2026/10/06/what-iso-20022-changed/",
  "the topics": "topics/",
  "a topic": "topics/diplomacy/",
  "the authors": "authors/",
  "an author": "authors/politics-desk/",
  "the search": "search/",
  "the newsletter": "newsletter/",
  "the offline page": "offline/",
  "a standing page": "about/",
  "the open data": "data/",
  "the feeds": "feeds/",
  "the corrections": "corrections/",
  "the picture credits": "picture-credits/",
  "a page that is not there": "no/such/page/",
};

/** The story that the home page leads with. */
export const NEWEST_STORY = {
  path: "2026/11/19/where-the-sea-narrows/",
  published: Date.parse("2026-11-19T08:00:00-05:00"),
};

export const STORY = "2026/01/07/paris-talks-channel/";
