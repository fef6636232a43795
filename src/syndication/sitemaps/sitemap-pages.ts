import type { DateTime } from "luxon";
import type { Series } from "../../markets/series.ts";
import { type Article, lastChange } from "../../model/article.ts";
import type { Catalog, Listing, MonthArchive } from "../../model/catalog.ts";
import type { CorrectionEntry } from "../../model/correction-archive.ts";
import { CORRECTIONS, fixedPages } from "../../model/fixed-pages.ts";
import { type Images, picturesOf } from "../../model/images.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { MARKET_DATA, type SitePath, seriesPath } from "../../model/urls.ts";

/** A page in a sitemap. */
export interface SitemapPage {
  readonly path: SitePath;
  /** When its content last changed; undefined where unknown. */
  readonly changed: DateTime | undefined;
  /** The files of its pictures, in order. */
  readonly pictures: readonly SitePath[];
}

/** Google's limit for one page (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps). */
const MAX_PICTURES = 1000;
/** Stories on the first page of a listing; a change of an older one changes its month archive only. */
const STORIES_PER_LISTING = 30;

interface DatedPage {
  readonly year: number;
  readonly month: number;
  readonly page: SitemapPage;
}

/**
 * Stories and month archives by calendar year of publication. Within a year they are sorted by month, each month's archives
 * before its stories, oldest first: a new page is appended, and earlier pages keep their positions.
 */
export function datedPages({ articles, archives }: Catalog, images: Images): ReadonlyMap<number, readonly SitemapPage[]> {
  const pages = [...archives.map(archivePage), ...articles.map((article) => storyPage(article, images)).reverse()];
  const inOrder = pages.sort((a, b) => a.year - b.year || a.month - b.month);
  const years = Map.groupBy(inOrder, ({ year }) => year);
  return new Map([...years].map(([year, ofYear]) => [year, ofYear.map(({ page }) => page)]));
}

function archivePage({ year, month, path, articles }: MonthArchive): DatedPage {
  return { year, month, page: { path, changed: latest(articles.map(lastChange)), pictures: [] } };
}

function storyPage(article: Article, images: Images): DatedPage {
  const { year, month } = article.published;
  const pictures = picturesOf(article)
    .slice(0, MAX_PICTURES)
    .flatMap((name) => widestFile(name, images) ?? []);
  return { year, month, page: { path: article.path, changed: lastChange(article), pictures } };
}

/** The widest file in the fallback format, which every crawler reads. */
function widestFile(name: string, images: Images): SitePath | undefined {
  const files = images.get(name)?.fallback.files ?? [];
  return files.toSorted((a, b) => b.widthPx - a.widthPx)[0]?.path;
}

/** The pages without a date of publication: listings, corrections, market series, fixed and static pages. */
export function undatedPages(
  { publication, listings, corrections }: Catalog,
  series: readonly Pick<Series, "id">[],
  staticPages: readonly Pick<StaticPage, "path">[],
): readonly SitemapPage[] {
  const changing = [
    ...[publication, ...listings].map(listingPage),
    correctionsPage(CORRECTIONS, corrections.all),
    ...corrections.years.map((year) => correctionsPage(year.path, year.corrections)),
  ];
  const listed = new Set(changing.map(({ path }) => path));
  const fixed = fixedPages(true).filter(({ unlisted }) => !unlisted);
  const paths = [...[...fixed, ...staticPages].map(({ path }) => path), ...series.map(({ id }) => seriesPath(id))];
  const others = paths.filter((path) => !listed.has(path));
  return [...changing, ...others.map((path) => ({ path, changed: undefined, pictures: [] }))];
}

/** Market data is dated by period, not by day of arrival, so nothing is known of when the page of the market board changed. */
function listingPage({ path, articles }: Listing): SitemapPage {
  const changed = path === MARKET_DATA ? undefined : latest(articles.slice(0, STORIES_PER_LISTING).map(lastChange));
  return { path, changed, pictures: [] };
}

/** @param corrections newest first */
function correctionsPage(path: SitePath, [newest]: readonly CorrectionEntry[]): SitemapPage {
  return { path, changed: newest?.date, pictures: [] };
}

/** The latest date; undefined where there is none. */
export function latest(dates: readonly (DateTime | undefined)[]): DateTime | undefined {
  return dates.reduce((last, date) => (date && (!last || date > last) ? date : last), undefined);
}
