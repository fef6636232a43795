import { expect, it } from "vitest";
import type { GlobalData } from "../../_includes/page-context.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { siteSchema } from "../../src/model/site.ts";
import FeedFile, { data } from "../../src/pages/feed-file.11ty.ts";
import { feedFaults } from "./feed-rules.ts";
import { PUBLISHER } from "./sample-feed.ts";
import { CALENDAR, ECONOMY, POLITICS, story } from "./sample-story.ts";

const CLOCK = instant("2026-01-07T12:00:00-05:00", CALENDAR);

function globalData(address: string | undefined): GlobalData {
  const site = siteSchema.parse({
    name: "The Paper",
    tagline: "All news",
    description: "News.",
    ...(address !== undefined && { address }),
    ...CALENDAR,
    sections: [POLITICS, ECONOMY],
    partnerFeeds: [{ id: "acme", name: "Acme", sections: ["politics"], hours: 3 }],
  });
  const articles = [story(), story({ slug: "before", published: "2026-01-07T08:59:00-05:00" })];
  return {
    site,
    catalog: buildCatalog(articles, CLOCK, site),
    markets: buildMarkets([], CLOCK.toMillis()),
    edition: { name: "1", date: undefined, clock: CLOCK },
    assets: {
      ...PUBLISHER.assets,
      stylesheet: "/",
      script: "/",
      schemeScript: "/",
      preloadedFonts: [],
      keepsOffline: true,
      appIcons: { apple: "/", small: "/", large: "/" },
      icon: "/",
      notFoundStyles: "",
    },
    images: new Map(),
    staticPages: [],
    socialCards: undefined,
  };
}

function publishedFiles(address: string | undefined): ReadonlyMap<string, string> {
  const global = globalData(address);
  const files = data.pagination.before([], global).map((file) => ({ ...global, file }));
  return new Map(files.map((each) => [data.permalink(each), FeedFile(each)]));
}

it("feeds are published in every format, a partner’s in a folder of its own", () => {
  const files = publishedFiles("https://example.org/news");
  expect([...files.keys()]).toEqual(
    ["/", "/politics/", "/economy/", "/authors/politics-desk/", "/partners/acme/"].flatMap((folder) =>
      ["feed.xml", "rss.xml", "feed.json"].map((file) => `${folder}${file}`),
    ),
  );
  const partners = files.get("/partners/acme/rss.xml") ?? "";
  expect(feedFaults(partners, "rss", "https://example.org/news/partners/acme/rss.xml")).toEqual([]);
  expect(partners.match(/<guid/g)).toHaveLength(1);
});

it("a publication without an address has no feed", () => {
  expect([...publishedFiles(undefined)]).toEqual([]);
});
