import type { GlobalData } from "../../_includes/page-context.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { type SiteSettings, siteSchema } from "../../src/model/site.ts";
import { PUBLISHER } from "./sample-feed.ts";
import { CALENDAR, ECONOMY, POLITICS } from "./sample-story.ts";

const CLOCK = instant("2026-01-07T12:00:00-05:00", CALENDAR);

/** The global data of a small site, for calling page templates. */
export function sampleGlobalData(settings: Partial<SiteSettings>, articles: readonly Article[] = []): GlobalData {
  const site = siteSchema.parse({
    name: "The Paper",
    tagline: "All news",
    description: "News.",
    ...CALENDAR,
    sections: [POLITICS, ECONOMY],
    ...settings,
  });
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
      publicationMark: "0123456789",
      isOfflineEnabled: true,
      appIcons: { apple: "/", small: "/", large: "/" },
      icon: "/",
      notFoundStyles: "",
    },
    images: new Map(),
    staticPages: [],
    socialCards: undefined,
  };
}
