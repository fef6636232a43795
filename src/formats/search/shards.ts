import type { Article } from "../../model/article.ts";

/** The stories of a search shard: a calendar year in the publication's time zone, its newest week, or the year before that week. */
export interface ArchiveShard {
  /** `2026`, or `2026-week-47` for the newest week. */
  readonly id: string;
  readonly year: number;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** A year of so few stories is cheap to index, and to load, as one shard. */
const MAX_UNSPLIT_STORIES = 60;

/**
 * Splits the archive into years, newest first. Where the newest year has many stories, its newest calendar week is a shard
 * of its own, so that publishing a story reindexes that small shard only. The first story of the next week merges the week
 * before into the shard of its year: one larger change a week.
 */
export function archiveShards(articles: readonly Article[]): readonly ArchiveShard[] {
  const years = Map.groupBy(articles, ({ published }) => published.year);
  const [newest, ...others] = [...years].map(([year, ofYear]) => yearShard(year, ofYear)).sort((a, b) => b.year - a.year);
  return newest ? [...splitNewestWeek(newest), ...others] : [];
}

function yearShard(year: number, articles: readonly Article[]): ArchiveShard {
  return { id: String(year), year, articles };
}

/** Weeks are those of ISO 8601, from Monday on. Days of the newest week that lie in the year before stay in that year's shard. */
function splitNewestWeek(whole: ArchiveShard): readonly ArchiveShard[] {
  const { year, articles } = whole;
  const [newest] = articles;
  if (!newest || articles.length <= MAX_UNSPLIT_STORIES) return [whole];
  const monday = newest.published.startOf("week");
  const before = articles.findIndex(({ published }) => published < monday);
  if (before === -1) return [whole];
  const week = { id: `${year}-week-${newest.published.weekNumber}`, year, articles: articles.slice(0, before) };
  return [week, yearShard(year, articles.slice(before))];
}
