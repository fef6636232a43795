import type { MarketSeries } from "../../markets/markets.ts";
import type { Article } from "../../model/article.ts";
import type { Listing } from "../../model/catalog.ts";
import type { PublishedImage } from "../../model/images.ts";
import type { Site } from "../../model/site.ts";
import type { SocialCard } from "../../model/social-card.ts";
import type { Author } from "../../model/taxonomy.ts";
import type { Href, SitePath } from "../../model/urls.ts";

/** What a page is about. */
export type PageSubject =
  | { readonly kind: "publication" }
  | StorySubject
  | { readonly kind: "stories"; readonly articles: readonly Article[] }
  | { readonly kind: "listings"; readonly listings: readonly Pick<Listing, "name" | "path">[] }
  | { readonly kind: "author"; readonly author: Author }
  | { readonly kind: "series"; readonly series: MarketSeries }
  | { readonly kind: "allSeries"; readonly series: readonly MarketSeries[] }
  | { readonly kind: "text"; readonly type: "WebPage" | "AboutPage" | "ContactPage" | "SearchResultsPage" };

/** A story, with its lead picture and that picture's crops. */
export interface StorySubject {
  readonly kind: "story";
  readonly article: Article;
  readonly lead: PublishedImage | undefined;
  readonly crops: readonly SocialCard[];
}

/** A page's metadata, for structured data and Open Graph. */
export interface PageMetadata {
  readonly path: SitePath;
  /** The headline. */
  readonly title: string;
  readonly description: string;
  /** The visible breadcrumbs, without the page itself; empty on the home page. */
  readonly crumbs: readonly { readonly name: string; readonly path: SitePath }[];
  readonly subject: PageSubject;
  /** The social card; undefined where the site has none. */
  readonly card: SocialCard | undefined;
}

/** What the metadata of every page needs to know of the publication. */
export interface SiteContext {
  readonly site: Site;
  /** Gives absolute addresses. */
  readonly href: Href;
  /** The icon as a bitmap, at least the 112 by 112 pixels that Google requires. */
  readonly logo: SitePath;
}
