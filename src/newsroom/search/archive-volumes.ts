import type { Article } from "../article.ts";

/** The stories of one calendar year in the publication's time zone, newest first. */
export interface ArchiveVolume {
  readonly year: number;
  readonly articles: readonly Article[];
}

/** Parts the archive into its years, newest first. Publishing a story changes the volume of its year and no other. */
export function archiveVolumes(articles: readonly Article[]): readonly ArchiveVolume[] {
  const years = Map.groupBy(articles, ({ published }) => published.year);
  return [...years].map(([year, ofYear]) => ({ year, articles: ofYear })).sort((a, b) => b.year - a.year);
}
