import type { DateTime } from "luxon";
import type { Markets } from "../src/markets/markets.ts";
import type { Assets } from "../src/model/assets.ts";
import type { Catalog } from "../src/model/catalog.ts";
import type { Images } from "../src/model/images.ts";
import type { Site } from "../src/model/site.ts";
import type { SocialCards } from "../src/model/social-card.ts";
import type { StaticPage } from "../src/model/static-page.ts";
import { type Href, hrefFrom, type SitePath } from "../src/model/urls.ts";

/** The global data of every page template. `global-data.ts` registers it with Eleventy. */
export interface GlobalData {
  readonly site: Site;
  readonly catalog: Catalog;
  readonly markets: Markets;
  readonly edition: { readonly name: string; readonly date: DateTime | undefined; readonly clock: DateTime };
  readonly assets: Assets;
  readonly images: Images;
  readonly staticPages: readonly StaticPage[];
  /** Undefined where the site has no address: social cards are referred to by absolute addresses. */
  readonly socialCards: SocialCards | undefined;
}

/** What a template knows of the page it renders: its path, links relative to it, and what it may refer to. */
export interface PageContext {
  readonly path: SitePath;
  readonly href: Href;
  readonly site: Site;
  readonly assets: Assets;
  readonly images: Images;
  readonly markets: Markets;
  /** For the menu and the footer. */
  readonly staticPages: readonly Pick<StaticPage, "path" | "title">[];
  readonly socialCards: SocialCards | undefined;
}

export function pageContext(
  { site, assets, images, markets, staticPages, socialCards }: GlobalData,
  path: SitePath,
): PageContext {
  return { path, href: hrefFrom(path), site, assets, images, markets, staticPages, socialCards };
}
