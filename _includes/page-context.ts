import type { DateTime } from "luxon";
import type { Markets } from "../src/markets/markets.ts";
import type { Assets } from "../src/model/assets.ts";
import type { Catalog } from "../src/model/catalog.ts";
import type { Images } from "../src/model/images.ts";
import type { Site } from "../src/model/site.ts";
import type { SocialCards } from "../src/model/social-card.ts";
import type { StaticPage } from "../src/model/static-page.ts";
import { type Href, hrefFrom, type SitePath } from "../src/model/urls.ts";

/** The global data that every page template sees: one name for each file in `_data`. */
export interface GlobalData {
  readonly site: Site;
  readonly catalog: Catalog;
  readonly markets: Markets;
  readonly edition: { readonly name: string; readonly date: DateTime | undefined; readonly clock: DateTime };
  readonly assets: Assets;
  readonly images: Images;
  readonly staticPages: readonly StaticPage[];
  /** Undefined without an address: nobody could fetch them. */
  readonly socialCards: SocialCards | undefined;
}

/** Where a page stands, and what it may refer to from there. */
export interface PageContext {
  readonly path: SitePath;
  readonly href: Href;
  readonly site: Site;
  readonly assets: Assets;
  readonly images: Images;
  readonly markets: Markets;
  /** The pages that are not stories, for menu and footer. */
  readonly staticPages: readonly Pick<StaticPage, "path" | "title">[];
  readonly socialCards: SocialCards | undefined;
}

export function pageContext(
  { site, assets, images, markets, staticPages, socialCards }: GlobalData,
  path: SitePath,
): PageContext {
  return { path, href: hrefFrom(path), site, assets, images, markets, staticPages, socialCards };
}
