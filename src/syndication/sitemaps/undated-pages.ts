import type { Series } from "../../markets/series.ts";
import { lastChange } from "../../model/article.ts";
import type { Catalog, Listing } from "../../model/catalog.ts";
import type { FiledCorrection } from "../../model/corrections-by-year.ts";
import { FIXED_PATHS } from "../../model/published-urls.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { CORRECTIONS, MARKET_DATA, SEARCH, type SitePath, seriesPath } from "../../model/urls.ts";
import { latest, type SitemapPage } from "./sitemap-page.ts";

/** Stories whose change changes the first page of a listing; older ones are in its months. */
const LISTED = 30;

/**
 * The pages that belong to no date: the front page, sections, topics, authors, market series, and what stands. Nobody
 * looks for the search page by searching.
 */
export function undatedPages(
  { publication, listings, corrections }: Catalog,
  series: readonly Pick<Series, "id">[],
  staticPages: readonly Pick<StaticPage, "path">[],
): readonly SitemapPage[] {
  const dated = [
    ...[publication, ...listings].map(listingPage),
    correctionsPage(CORRECTIONS, corrections.all),
    ...corrections.years.map((year) => correctionsPage(year.path, year.corrections)),
  ];
  const known = new Set<SitePath>([SEARCH, ...dated.map(({ path }) => path)]);
  const paths = [...FIXED_PATHS, ...staticPages.map(({ path }) => path), ...series.map(({ id }) => seriesPath(id))];
  const others = paths.filter((path) => !known.has(path));
  return [...dated, ...others.map((path) => ({ path, changed: undefined, pictures: [] }))];
}

/** Figures have the date that they are of, not the one on which they came: nothing true can be said of a page that shows them. */
function listingPage({ path, articles }: Listing): SitemapPage {
  const changed = path === MARKET_DATA ? undefined : latest(articles.slice(0, LISTED).map(lastChange));
  return { path, changed, pictures: [] };
}

/** Corrections newest first. */
function correctionsPage(path: SitePath, [newest]: readonly FiledCorrection[]): SitemapPage {
  return { path, changed: newest?.date, pictures: [] };
}
