import type { Article } from "../../model/article.ts";

/** Stories of one calendar year in the publication's time zone, newest first: all of them, or those of its newest week or before it. */
export interface ArchiveVolume {
  /** `2026`, or `2026-week-47` for the newest week. */
  readonly id: string;
  readonly year: number;
  readonly articles: readonly Article[];
}

/** A year of so many stories is cheap to index, and to load, as one. */
const MOST_UNDIVIDED = 60;

/**
 * Parts the archive into its years, newest first. Where the newest year has many stories, those of its newest calendar week
 * are a volume of their own before it, so that publishing a story changes that small volume and no other. With the first
 * story of another week the stories of the week before join the volume of the year: one larger change a week.
 */
export function archiveVolumes(articles: readonly Article[]): readonly ArchiveVolume[] {
  const years = Map.groupBy(articles, ({ published }) => published.year);
  const [newest, ...others] = [...years].map(([year, ofYear]) => volumeOf(year, ofYear)).sort((a, b) => b.year - a.year);
  return newest ? [...withoutItsWeek(newest), ...others] : [];
}

function volumeOf(year: number, articles: readonly Article[]): ArchiveVolume {
  return { id: String(year), year, articles };
}

/** Weeks are those of ISO 8601, from Monday on. One that began in the year before leaves the stories of that year there. */
function withoutItsWeek(whole: ArchiveVolume): readonly ArchiveVolume[] {
  const { year, articles } = whole;
  const [newest] = articles;
  if (!newest || articles.length <= MOST_UNDIVIDED) return [whole];
  const monday = newest.published.startOf("week");
  const before = articles.findIndex(({ published }) => published < monday);
  if (before === -1) return [whole];
  const week = { id: `${year}-week-${newest.published.weekNumber}`, year, articles: articles.slice(0, before) };
  return [week, volumeOf(year, articles.slice(before))];
}
