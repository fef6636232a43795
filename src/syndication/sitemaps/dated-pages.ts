import { type Article, lastChange } from "../../model/article.ts";
import type { Catalog, MonthArchive } from "../../model/catalog.ts";
import type { Images } from "../../model/images.ts";
import { picturesOf } from "../../model/images.ts";
import type { SitePath } from "../../model/urls.ts";
import { latest, type SitemapPage } from "./sitemap-page.ts";

/** Pictures of one page that Google reads (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps). */
const MOST_PICTURES = 1000;

interface DatedPage {
  readonly year: number;
  readonly month: number;
  readonly page: SitemapPage;
}

/**
 * The stories, and the archives of months, by calendar year of publication. Within a year they stand from its first month
 * on, each month's archives before its stories: what is published today comes last, and earlier pages keep their places.
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
    .slice(0, MOST_PICTURES)
    .flatMap((name) => widestFile(name, images) ?? []);
  return { year, month, page: { path: article.path, changed: lastChange(article), pictures } };
}

/** The file of a picture that every program reads, in its greatest width. */
function widestFile(name: string, images: Images): SitePath | undefined {
  const files = images.get(name)?.fallback.files ?? [];
  return files.toSorted((a, b) => b.widthPx - a.widthPx)[0]?.path;
}
