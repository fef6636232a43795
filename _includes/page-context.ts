import type { DateTime } from "luxon";
import type { Markets } from "../src/markets/markets.ts";
import type { Assets } from "../src/model/assets.ts";
import type { Catalog } from "../src/model/catalog.ts";
import type { Gallery } from "../src/model/images.ts";
import type { Site } from "../src/model/site.ts";
import type { SharePictures } from "../src/model/social-card.ts";
import type { StandingPage } from "../src/model/static-page.ts";
import { type Href, hrefFrom, type SitePath } from "../src/model/urls.ts";

/** The global data that every page template sees: one name for each file in `_data`. */
export interface GlobalData {
  readonly site: Site;
  readonly catalog: Catalog;
  readonly markets: Markets;
  readonly edition: { readonly name: string; readonly date: DateTime | undefined; readonly clock: DateTime };
  readonly assets: Assets;
  readonly gallery: Gallery;
  readonly standing: readonly StandingPage[];
  /** Undefined without an address: nobody could fetch them. */
  readonly shares: SharePictures | undefined;
}

/** Where a page stands, and what it may refer to from there. */
export interface Place {
  readonly path: SitePath;
  readonly href: Href;
  readonly site: Site;
  readonly assets: Assets;
  readonly gallery: Gallery;
  readonly markets: Markets;
  /** The pages that are not stories, for menu and footer. */
  readonly standing: readonly Pick<StandingPage, "path" | "title">[];
  readonly shares: SharePictures | undefined;
}

export function placeOf({ site, assets, gallery, markets, standing, shares }: GlobalData, path: SitePath): Place {
  return { path, href: hrefFrom(path), site, assets, gallery, markets, standing, shares };
}
