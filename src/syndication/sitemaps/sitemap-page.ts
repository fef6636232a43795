import type { DateTime } from "luxon";
import type { SitePath } from "../../model/urls.ts";

/** A page as a sitemap tells of it. */
export interface SitemapPage {
  readonly path: SitePath;
  /** When what it says last changed; undefined where that is not known. */
  readonly changed: DateTime | undefined;
  /** The files of its pictures, in order. */
  readonly pictures: readonly SitePath[];
}

/** The latest of some dates; undefined where there is none. */
export function latest(dates: readonly (DateTime | undefined)[]): DateTime | undefined {
  return dates.reduce((last, date) => (date && (!last || date > last) ? date : last), undefined);
}
