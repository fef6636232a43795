import type { Article } from "../../src/model/article.ts";
import type { PublishedImage } from "../../src/model/images.ts";
import { type Site, siteSchema } from "../../src/model/site.ts";
import type { SocialCard } from "../../src/model/social-card.ts";
import { hrefAbsolute } from "../../src/model/urls.ts";
import type { PageMetadata, SiteContext, StorySubject } from "../../src/syndication/structured-data/page-metadata.ts";
import { ECONOMY, POLITICS } from "./sample-story.ts";

const ADDRESS = "https://example.org/news/";

export function sampleSite(differences: Partial<Site> = {}): Site {
  const settings = {
    name: "The Gazette",
    tagline: "Every day",
    description: "News of everything.",
    address: ADDRESS,
    language: "en-GB",
    timeZone: "America/New_York",
    sections: [POLITICS, ECONOMY],
  };
  return { ...siteSchema.parse(settings), ...differences };
}

export function sampleSiteContext(differences: Partial<Site> = {}): SiteContext {
  return { site: sampleSite(differences), href: hrefAbsolute(ADDRESS), logo: "/assets/icon-0123456789.png" };
}

export function sampleSocialCard(name: string, widthPx: number, heightPx: number): SocialCard {
  return { path: `/pictures/${name}.jpg`, type: "image/jpeg", widthPx, heightPx, alt: `A “${name}” picture` };
}

/** A third-party picture of 3000 by 2000 pixels; the test overrides fields. */
export function samplePublishedImage(differences: Partial<PublishedImage> = {}): PublishedImage {
  const files = [640, 1200].map((widthPx) => ({ path: `/pictures/port-${widthPx}.jpg`, widthPx }) as const);
  return {
    name: "port",
    alt: "A port.",
    caption: "The port at dawn.",
    credit: "Jane Doe",
    licence: "CC BY-SA 4.0",
    source: "https://example.com/port",
    widthPx: 3000,
    heightPx: 2000,
    sources: [],
    fallback: { type: "image/jpeg", files },
    uses: [],
    ...differences,
  };
}

/** The page of a story with a social card. */
export function storyPage(
  article: Article,
  pictures: Partial<Pick<StorySubject, "lead" | "crops">> = {},
): PageMetadata & { readonly subject: StorySubject } {
  return {
    path: article.path,
    title: article.title,
    description: article.standfirst,
    crumbs: [
      { name: "Home", path: "/" },
      { name: article.section.name, path: `/${article.section.id}/` },
    ],
    subject: { kind: "story", article, lead: undefined, crops: [], ...pictures },
    card: sampleSocialCard("card", 1200, 630),
  };
}
